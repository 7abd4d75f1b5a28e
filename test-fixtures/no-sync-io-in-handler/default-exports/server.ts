import express from 'express';
import weather from './weather.js';
import Station from './station.js';

const station = new Station();
const app = express();
app.get('/weather', weather);
app.get('/station', (_req, res) => void res.send(station.name()));
