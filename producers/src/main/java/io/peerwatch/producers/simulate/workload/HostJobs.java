package io.peerwatch.producers.simulate.workload;

import io.peerwatch.producers.simulate.noise.RandomStream;
import io.peerwatch.producers.simulate.scenario.JobSpec;
import java.util.List;

/** The jobs of one host: when each run starts and ends on it, if it falls on it at all. */
public final class HostJobs {
  private final ScheduledJob[] jobs;
  private final JobLoad load = new JobLoad();

  public HostJobs(List<JobSpec> specs, long seed, String group, String host) {
    jobs =
        specs.stream()
            .map(spec -> new ScheduledJob(spec, seed, group, host))
            .toArray(ScheduledJob[]::new);
  }

  /** What they take now; the same object every time. */
  public JobLoad at(long localMillis) {
    load.clear();
    for (ScheduledJob job : jobs) {
      job.addTo(load, localMillis);
    }
    return load;
  }

  /** One job on one host; its run before the latest may still go on. */
  private static final class ScheduledJob {
    private static final double START_DELAY_MILLIS_MAX = 60_000;
    private static final double LENGTH_SPREAD_BY_RUN = 0.1;
    private static final double LENGTH_SPREAD_BY_HOST = 0.03;
    private static final double CPU_SPREAD = 0.03;

    private final JobSpec spec;
    private final long seed;
    private final String group;
    private final String host;
    private Run latest = Run.NONE;
    private Run before = Run.NONE;
    private long latestNumber = Long.MIN_VALUE;

    ScheduledJob(JobSpec spec, long seed, String group, String host) {
      this.spec = spec;
      this.seed = seed;
      this.group = group;
      this.host = host;
    }

    void addTo(JobLoad load, long localMillis) {
      long number = Math.floorDiv(localMillis - spec.atMillis(), spec.everyMillis());
      if (number != latestNumber) {
        before = latestNumber == number - 1 ? latest : run(number - 1);
        latest = run(number);
        latestNumber = number;
      }
      latest.addTo(load, spec, localMillis);
      before.addTo(load, spec, localMillis);
    }

    /** Everything about a run follows from its number, so that nobody has to have seen it start. */
    private Run run(long number) {
      String count = Long.toString(number);
      var ofRun = new RandomStream(seed, group, "job", spec.name(), count);
      var ofHost = new RandomStream(seed, group, host, "job", spec.name(), count);
      double length = spec.lengthMillis() * ofRun.factor(LENGTH_SPREAD_BY_RUN);
      if (ofHost.uniform() >= spec.hosts()) {
        return Run.NONE;
      }
      long start = spec.atMillis() + number * spec.everyMillis();
      double from = start + ofHost.uniform(0, START_DELAY_MILLIS_MAX);
      double until = from + length * ofHost.factor(LENGTH_SPREAD_BY_HOST);
      return new Run(from, until, ofHost.factor(CPU_SPREAD));
    }
  }

  private record Run(double fromMillis, double untilMillis, double strength) {
    static final Run NONE = new Run(0, 0, 0);

    void addTo(JobLoad load, JobSpec spec, long localMillis) {
      if (localMillis < fromMillis || localMillis >= untilMillis) {
        return;
      }
      load.cpuShare += spec.cpu() * strength;
      load.readBytes += spec.readBytes() * strength;
      load.writeBytes += spec.writeBytes() * strength;
      load.memoryShare += spec.memory();
      load.running++;
    }
  }
}
