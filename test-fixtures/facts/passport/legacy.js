const LocalStrategy = require('passport-local').Strategy;

module.exports = function configure(passport) {
//                        ^^^^^^^^^ fact/context: startup
  passport.use('local', new LocalStrategy({ usernameField: 'mail' }, function (name, password, done) {
//                                                                   ^^^^^^^^ fact/context: request
    done();
  }));
};
