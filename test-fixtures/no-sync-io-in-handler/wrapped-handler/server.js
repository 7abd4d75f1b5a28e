const asyncHandler = require('express-async-handler');
const express = require('express');
const fs = require('fs');

const router = express.Router();

router.get(
  '/invoice',
  asyncHandler(async (req, res) => {
    res.send(fs.readFileSync('invoice.pdf'));
//              ^^^^^^^^^^^^ no-sync-io-in-handler
  }),
);

const show = asyncHandler(async (req, res) => {
  res.send(fs.readFileSync('receipt.pdf'));
//            ^^^^^^^^^^^^ no-sync-io-in-handler
});

const unused = asyncHandler(async (req, res) => {
  res.send(await fs.promises.readFile('unused.pdf'));
});

router.route('/receipt').get(show).post(unused);
module.exports = router;
