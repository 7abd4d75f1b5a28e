import express from 'express';
import * as library from './library/index.js';
import { shelf } from './library/index.js';

const app = express();
app.get('/title', (_req, res) => void res.send(library.titleOf('1')));
app.get('/cover', (_req, res) => void res.send(library.covers.front('1')));
app.get('/shelf', (_req, res) => void res.send(shelf()));
