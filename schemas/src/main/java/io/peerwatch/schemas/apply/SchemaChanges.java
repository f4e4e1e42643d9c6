package io.peerwatch.schemas.apply;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;

/** What may be done to the subjects of a registry. */
interface SchemaChanges {

  /** Registers the schema; what to say of it. */
  String register(String subject, AvroSchema schema);

  void setCompatibility(String subject);

  /** Does nothing, as if all went well. */
  SchemaChanges NONE =
      new SchemaChanges() {
        @Override
        public String register(String subject, AvroSchema schema) {
          return "registered " + schema.rawSchema().getName();
        }

        @Override
        public void setCompatibility(String subject) {}
      };
}
