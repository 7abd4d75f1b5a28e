import Redis from 'ioredis';

const redis = new Redis();
redis.on('message', (channel, text) => {});
//                  ^ fact/context: message
redis.get('tea', () => {});
//               ^ fact/context: startup
