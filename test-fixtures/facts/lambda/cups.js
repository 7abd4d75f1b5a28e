exports.handler = async function (event) {
//                ^^^^^ fact/context: request
  return event;
};
