import express from 'express';
import { showOrder } from './orders.js';

const app = express();
app.get('/orders/:id', showOrder);
app.listen(8080);
