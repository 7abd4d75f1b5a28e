import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: [] });
const consumer = kafka.consumer({ groupId: 'teas' });

async function start(): Promise<void> {
//             ^^^^^ fact/context: startup
  await consumer.connect();
  await consumer.run({
    eachMessage: async ({ message }) => {
//               ^^^^^ fact/context: message
      taste(message);
    },
  });
}

function taste(message: unknown): void {}
//       ^^^^^ fact/context: message

void start();
