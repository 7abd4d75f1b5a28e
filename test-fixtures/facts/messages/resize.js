module.exports = async function resize(job) {};
warm();

function warm() {}
