"""Writes samples with Confluent's Python client: the schema is the registry's latest of the topic.
Arguments: brokers, registry, topic, partitioner, group, hosts (separated by commas), first time in
epoch milliseconds, how many instants, ten seconds apart."""

import datetime
import sys

from confluent_kafka import Producer
from confluent_kafka.avro.cached_schema_registry_client import CachedSchemaRegistryClient
from confluent_kafka.avro.serializer.message_serializer import MessageSerializer

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def sample(host, group, millis):
    return {
        "host": host,
        "group": group,
        "timestamp": EPOCH + datetime.timedelta(milliseconds=millis),
        "metrics": {"system.cpu.utilization": 0.5},
        "attributes": {"written.by": "python"},
    }


def failed(error, record):
    if error:
        sys.exit("not written: %s" % error)


def main(brokers, registry, topic, partitioner, group, hosts, first, instants):
    client = CachedSchemaRegistryClient({"url": registry})
    values = MessageSerializer(client)
    schema_id, _, _ = client.get_latest_schema(topic + "-value")
    producer = Producer({"bootstrap.servers": brokers, "partitioner": partitioner})
    for instant in range(int(instants)):
        for host in hosts.split(","):
            value = sample(host, group, int(first) + 10000 * instant)
            record = values.encode_record_with_schema_id(schema_id, value)
            producer.produce(topic, record, group, on_delivery=failed)
    if producer.flush(30) > 0:
        sys.exit("not written within 30 s")


main(*sys.argv[1:])
