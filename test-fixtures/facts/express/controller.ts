export function log(request, response, next) {
//              ^^^ fact/context: request
  next();
}

export const list = async (request, response) => {
//                  ^^^^^ fact/context: request
  response.json(rows().map(row => row));
};

function rows(): string[] {
//       ^^^^ fact/context: request
  return [];
}
