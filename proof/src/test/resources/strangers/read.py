"""Reads topics from their beginning to their present end with Confluent's Python client and prints
each record as a line of JSON: {"topic", "partition", "key", "value"}. Arguments: brokers, registry,
topics. Times become epoch milliseconds, bytes base64, what is no finite number null."""

import base64
import datetime
import json
import math
import sys

from confluent_kafka import Consumer, TopicPartition, OFFSET_BEGINNING
from confluent_kafka.avro.cached_schema_registry_client import CachedSchemaRegistryClient
from confluent_kafka.avro.serializer.message_serializer import MessageSerializer

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def plain(value):
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, datetime.datetime):
        return (value - EPOCH) // datetime.timedelta(milliseconds=1)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def ends(consumer, topics):
    """The present end of every partition that is not empty."""
    found = {}
    for topic in topics:
        for partition in consumer.list_topics(topic, timeout=60).topics[topic].partitions:
            start = TopicPartition(topic, partition, OFFSET_BEGINNING)
            _, end = consumer.get_watermark_offsets(start, timeout=60)
            if end > 0:
                found[topic, partition] = end
    return found


def line(record, values):
    return {
        "topic": record.topic(),
        "partition": record.partition(),
        "key": record.key() and record.key().decode("utf-8"),
        "value": plain(values.decode_message(record.value())),
    }


def main(brokers, registry, *topics):
    values = MessageSerializer(CachedSchemaRegistryClient({"url": registry}))
    consumer = Consumer(
        {"bootstrap.servers": brokers, "group.id": "unused", "enable.auto.commit": False}
    )
    left = ends(consumer, topics)
    consumer.assign([TopicPartition(topic, at, OFFSET_BEGINNING) for topic, at in left])
    while left:
        record = consumer.poll(60)
        if record is None or record.error():
            sys.exit("no record: %s" % (record and record.error()))
        print(json.dumps(line(record, values)))
        if record.offset() + 1 >= left[record.topic(), record.partition()]:
            del left[record.topic(), record.partition()]
    consumer.close()


main(*sys.argv[1:])
