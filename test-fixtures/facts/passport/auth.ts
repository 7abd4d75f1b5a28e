import passport from 'passport';
import { Strategy as GoogleStrategy } from 'passport-google-oauth20';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { Strategy as LocalStrategy } from 'passport-local';

class Guests {
  constructor() {
    passport.use(new LocalStrategy(this.check.bind(this)));
  }

  async check(name: string, password: string, done: () => void): Promise<void> {
//      ^^^^^ fact/context: request
    done();
  }
}

new Guests();
passport.use('jwt', new JwtStrategy({ jwtFromRequest: ExtractJwt.fromHeader('x') }, (payload, done) => done()));
//                                                                                  ^ fact/context: request
passport.use(new GoogleStrategy({ clientID: '' }, (access, refresh, profile, done) => done()));
//                                                ^ fact/context: request
passport.serializeUser((user, done) => done(null, user));
//                     ^ fact/context: request
passport.deserializeUser((id, done) => done(null, id));
//                       ^ fact/context: request
