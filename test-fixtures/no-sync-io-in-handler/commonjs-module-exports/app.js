const express = require('express');
const photos = require('./photos');
const { thumbnail } = require('./thumbnails');

const app = express();
app.get('/photos', (req, res) => res.json(photos.list()));
app.get('/photos/:id', (req, res) => res.send(thumbnail(req.params.id)));
module.exports = app;
