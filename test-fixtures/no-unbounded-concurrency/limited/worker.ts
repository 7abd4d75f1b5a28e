import { connect } from 'amqplib';
import { writeFile } from 'node:fs/promises';

const connection = await connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.prefetch(10);
await channel.consume('orders', async message => {
  if (message) await writeFile(`orders/${message.fields.deliveryTag}`, message.content);
});
