import axios from 'axios';

export const patient = axios.create({ baseURL: 'http://warehouse' });
export const hasty = axios.create({ baseURL: 'http://warehouse', timeout: 5000 });
