package io.peerwatch.detection.capacity.fit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Windows that were alike in one figure: how many, and the usual values of all figures. */
final class Bin {
  final RobustMean requests;
  final RobustMean load;
  final RobustMean cpu;
  double weight;
  double cpuWeight;

  Bin() {
    this(new RobustMean(), new RobustMean(), new RobustMean());
  }

  private Bin(RobustMean requests, RobustMean load, RobustMean cpu) {
    this.requests = requests;
    this.load = load;
    this.cpu = cpu;
  }

  void add(double requestsPerUnit, double loadPerCore, double cpuShare) {
    requests.add(requestsPerUnit, weight);
    if (!Double.isNaN(loadPerCore)) {
      load.add(loadPerCore, weight);
    }
    if (!Double.isNaN(cpuShare)) {
      cpu.add(cpuShare, cpuWeight);
      cpuWeight++;
    }
    weight++;
  }

  void forget(double kept) {
    weight *= kept;
    cpuWeight *= kept;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(weight);
    out.writeDouble(cpuWeight);
    requests.write(out);
    load.write(out);
    cpu.write(out);
  }

  static Bin read(DataInput in) throws IOException {
    double weight = in.readDouble();
    double cpuWeight = in.readDouble();
    Bin bin = new Bin(RobustMean.read(in), RobustMean.read(in), RobustMean.read(in));
    bin.weight = weight;
    bin.cpuWeight = cpuWeight;
    return bin;
  }
}
