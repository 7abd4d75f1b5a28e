require('./legacy')(require('passport'));
