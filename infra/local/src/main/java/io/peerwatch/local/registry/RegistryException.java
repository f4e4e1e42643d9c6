package io.peerwatch.local.registry;

/** An answer that isn't the one asked for, with the codes that Confluent's registry gives. */
final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SUBCODES_FROM = 10_000;
  private static final int SUBCODES_PER_STATUS = 100;

  private final int errorCode;

  RegistryException(int errorCode, String message) {
    super(message);
    this.errorCode = errorCode;
  }

  RegistryException(int errorCode, String message, Throwable cause) {
    super(message, cause);
    this.errorCode = errorCode;
  }

  /** An HTTP status, or one with two more digits that say why. */
  int errorCode() {
    return errorCode;
  }

  int httpStatus() {
    return errorCode < SUBCODES_FROM ? errorCode : errorCode / SUBCODES_PER_STATUS;
  }

  static RegistryException subjectNotFound(String subject) {
    return new RegistryException(40401, "Subject '" + subject + "' not found.");
  }

  static RegistryException versionNotFound(int version) {
    return new RegistryException(40402, "Version " + version + " not found.");
  }

  static RegistryException schemaNotFound() {
    return new RegistryException(40403, "Schema not found");
  }

  static RegistryException schemaNotFound(int id) {
    return new RegistryException(40403, "Schema " + id + " not found");
  }

  static RegistryException subjectDeletedBefore(String subject) {
    return new RegistryException(
        40404,
        "Subject '" + subject + "' was soft deleted. Set permanent=true to delete it for good");
  }

  static RegistryException subjectNotDeletedBefore(String subject) {
    return new RegistryException(
        40405, "Subject '" + subject + "' must be soft deleted before it is deleted for good");
  }

  static RegistryException versionDeletedBefore(String subject, int version) {
    return new RegistryException(
        40406,
        "Subject '%s' version %d was soft deleted. Set permanent=true to delete it for good"
            .formatted(subject, version));
  }

  static RegistryException versionNotDeletedBefore(String subject, int version) {
    return new RegistryException(
        40407,
        "Subject '%s' version %d must be soft deleted before it is deleted for good"
            .formatted(subject, version));
  }

  static RegistryException noLevelOf(String subject) {
    return new RegistryException(
        40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
  }

  static RegistryException noModeOf(String subject) {
    return new RegistryException(
        40409, "Subject '" + subject + "' does not have subject-level mode configured");
  }

  static RegistryException incompatible(String subject, Iterable<String> details) {
    return new RegistryException(
        409,
        "Schema being registered is incompatible with an earlier schema for subject \"%s\", details: %s"
            .formatted(subject, details));
  }

  static RegistryException invalidSchema(String why) {
    return new RegistryException(42201, why);
  }

  static RegistryException invalidVersion(String version) {
    return new RegistryException(
        42202,
        "The specified version '%s' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\""
            .formatted(version));
  }

  static RegistryException invalidLevel() {
    return new RegistryException(
        42203,
        "Invalid compatibility level. Valid values are none, backward, forward, full,"
            + " backward_transitive, forward_transitive, and full_transitive");
  }

  static RegistryException notPermitted(String why) {
    return new RegistryException(42205, why);
  }

  static RegistryException referenced(String subject, int version) {
    return new RegistryException(
        42206,
        "One or more references exist to the schema {subject=%s,version=%d}."
            .formatted(subject, version));
  }

  static RegistryException logFailed(String doing, Throwable cause) {
    return new RegistryException(50001, "Error in the backend data store while " + doing, cause);
  }
}
