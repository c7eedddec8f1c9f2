/** Films and series. Written as `readThesaurus` says. */
export const media = `
airing today: airing today, on today, tonight
alternative titles names: other names, other titles, also called
certifications: age rating, certification, suitable for kids
changes: changed, edits
collection: collection, parts, all parts, trilogy, saga, how many parts
company: studio, company, production company, produced, headquarters, who produced, producer
  company
credits: cast, crew, director, directed, lead actor, main actor, stars in, played by, who acted,
  who plays, writer, screenwriter, character, actors, actress, voice, starred, supporting role,
  acted, producer, composer, performed
details: runtime, budget, revenue, how long, rating, overview, plot, summary, about, score, status,
  tagline, homepage, language, languages, length
discover movie: comedies from, released in, movies of genre, made in, between years, sorted by,
  highest grossing, revenue, with at least, horror films of, filter films, year, science fiction,
  action movies
discover tv: shows from, shows of genre, shows made in, sorted shows, network shows
episode: episode, first episode, last episode, pilot, finale, how many episodes
external ids: imdb, imdb id, facebook page, instagram, twitter, social media
genre: genre, genres, kinds of films, types of movie, category
images: poster, backdrop, logo, picture, photo, photos, cover, still, look like, profile picture,
  artwork
keywords: keyword, topic, themes, about what
latest: newest, most recent, latest, just added, newly added
movie: film, films, flick, blockbuster, comedy, horror, thriller, cinema, drama, romance,
  documentary
network: network, channel, broadcaster, station, headquarters of network
now playing: in theaters, in cinemas, playing now, theatre, theater, at the movies, on now, big
  screen
on the air: on air, currently on, this week on tv, running
person: actor, actress, director, born, birthday, birthplace, how old, age, died, biography,
  gender, celebrity, celebrities
person movie credits: films of, movies with, acted in, films with, directed by, movies by, films
  by, has been in, has made, starring
person tv credits: shows with, series with, shows of
popular: popular, most popular, hot, famous, well liked, most watched
recommendations: recommend, like this, if i liked, suggest, what next, what should i watch
release dates: released, release, came out, release date, when released, premiere
reviews: review, critic, critics, opinion, what people think, reviewers
search collection: collection, saga, trilogy, series of films, franchise
search company: studio, studio called, company called, produced by, production house
search keyword: keyword, about zombies, theme, subject matter
search movie: movie called, movie named, film called, the movie, find movie, film named
search multi: anything called, anything named
search person: actor named, named, actor called, director named, find actor, of actor, by director,
  directed by, starring
search tv: show called, show named, series called, series named, the show, the series
season: season, seasons, first season, second season, last season
similar: similar, like, alike, resembling, same kind, in the style
top rated: best, highest rated, top, best rated, top 10, best ever, highest score, high rating
translations: translations, translated, languages
trending: trending, trend, this week, today, of the day, of the week
tv: show, shows, series, sitcom, episodes, soap
upcoming: upcoming, coming soon, soon, next month, will be released, future
videos: trailer, teaser, clip, watch trailer
watch providers: where to watch, stream, streaming, netflix, available on
`;
