const gulp = require('gulp');
const fs = require('fs');

gulp.task('copy', (done) => {
  fs.copyFileSync('a', 'b');
  done();
});

gulp.watch('src', () => {
  fs.copyFileSync('c', 'd');
});
