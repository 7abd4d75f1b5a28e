import amqp from 'amqplib';
import { Worker } from 'bullmq';
import { Kafka } from 'kafkajs';
import { appendFileSync, readFileSync } from 'node:fs';

const kafka = new Kafka({ brokers: [], ssl: { ca: readFileSync('ca.pem', 'utf8') } });
const consumer = kafka.consumer({ groupId: 'orders' });
await consumer.run({
  eachMessage: async ({ message }) => {
    appendFileSync('orders.log', String(message.value));
//  ^^^^^^^^^^^^^^ no-sync-io-in-handler
  },
});

const connection = await amqp.connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.consume('orders', (message) => {
  appendFileSync('queue.log', String(message?.content));
//^^^^^^^^^^^^^^ no-sync-io-in-handler
});

new Worker('mails', async (job) => {
  appendFileSync('mails.log', String(job.id));
//^^^^^^^^^^^^^^ no-sync-io-in-handler
});
