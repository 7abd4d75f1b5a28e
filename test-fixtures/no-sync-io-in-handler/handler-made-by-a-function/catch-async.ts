import type { NextFunction, Request, RequestHandler, Response } from 'express';

type Work = (req: Request, res: Response) => Promise<void>;

export const catchAsync =
  (work: Work): RequestHandler =>
  (req: Request, res: Response, next: NextFunction) => {
    work(req, res).catch(next);
  };
