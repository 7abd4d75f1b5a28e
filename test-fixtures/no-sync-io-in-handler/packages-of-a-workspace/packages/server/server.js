import { createServer } from 'node:http';
import { grind } from '@mill/flour';
import { grain } from '#grain';

createServer((request, response) => response.end(grind(request.url) + grain()));
