import { connect } from 'amqplib';

const connection = await connect('amqp://localhost');
const channel = await connection.createChannel();
const QUEUE = 'orders';

await channel.consume(QUEUE, async message => {
//            ^^^^^^^ no-unbounded-concurrency: Messages are handed over however many are being worked on:
//                    | nothing calls `prefetch()`.
  if (!message) return;
  await fetch('http://localhost/', { method: 'POST', body: message.content.toString() });
//      ^^^^^ strict/no-unbounded-wait
  channel.ack(message);
});
