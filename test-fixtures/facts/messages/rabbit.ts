import amqp from 'amqplib';

const connection = await amqp.connect('amqp://localhost');
const channel = await connection.createChannel();

await channel.consume('teas', async delivery => {
//            ^^^^^^^ strict/no-unbounded-concurrency
//                            ^^^^^ fact/context: message
  channel.sendToQueue('cups', delivery.content);
});
