import express from 'express';
import { BookController } from './controller.js';
import { BookStore } from './store.js';

const app = express();
const controller = new BookController(new BookStore('books'));

app.get('/books/:isbn', (req, res) => controller.show(req, res));
