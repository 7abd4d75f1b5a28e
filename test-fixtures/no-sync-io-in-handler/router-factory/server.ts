import express from 'express';
import { createRouter } from './router.js';

const app = express();
app.use('/files', createRouter({ root: 'files' }));
