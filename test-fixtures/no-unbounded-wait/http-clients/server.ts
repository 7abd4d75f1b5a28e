import axios from 'axios';
import fetch from 'node-fetch';
import express from 'express';

const app = express();
const limits = { timeout: 5000 };

app.get('/stock', async (req, res) => {
  const stock = await axios.get('http://warehouse/stock');
//                          ^^^ no-unbounded-wait
  const price = await axios.get('http://prices/now', limits);
  const offers = await axios.post('http://offers', { day: 1 });
//                           ^^^^ no-unbounded-wait
  res.send([stock.data, price.data, offers.data]);
});

app.get('/weather', async (req, res) => {
  const weather = await fetch('http://weather');
//                      ^^^^^ no-unbounded-wait
  const news = await fetch('http://news', { signal: AbortSignal.timeout(5000) });
  res.send([await weather.text(), await news.text()]);
});

export async function warmUp(): Promise<void> {
  await axios.get('http://warehouse/stock');
}
