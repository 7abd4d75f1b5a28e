export function middleware(request) {
  return request;
}
