-- The first tables. A later change of the tables is a new file and a new entry in migrations.py; this one stays as it is.

CREATE TABLE articles (
    id VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    text_hash VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    outlet VARCHAR,
    title VARCHAR,
    url VARCHAR,
    byline VARCHAR,
    language VARCHAR,
    published_start DATE,
    published_end DATE,
    published_basis VARCHAR,
    text VARCHAR NOT NULL,
    headline_start INTEGER,
    headline_end INTEGER,
    version VARCHAR NOT NULL,
    added_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE articles IS 'One row per article of the archive: one text of one outlet.';
COMMENT ON COLUMN articles.id IS 'hash of outlet, publication date and text';
COMMENT ON COLUMN articles.number IS 'order of adding, from 1; kept when the article is read again';
COMMENT ON COLUMN articles.text_hash IS 'hash of the text alone: one agency text in two papers has one text_hash and two ids';
COMMENT ON COLUMN articles.source IS 'path or address of the input as given; line N of a file of many articles is path#N';
COMMENT ON COLUMN articles.outlet IS 'name of the publisher';
COMMENT ON COLUMN articles.title IS 'title as the input gives it';
COMMENT ON COLUMN articles.url IS 'address of the page';
COMMENT ON COLUMN articles.byline IS 'authors as the input gives them';
COMMENT ON COLUMN articles.language IS 'language of the text';
COMMENT ON COLUMN articles.published_start IS 'first day on which it may have appeared';
COMMENT ON COLUMN articles.published_end IS 'last day on which it may have appeared; equal to published_start where the day is known';
COMMENT ON COLUMN articles.published_basis IS 'how the date is known: given by the user, metadata of the input, or inferred';
COMMENT ON COLUMN articles.text IS 'headline (when there is one), a blank line, then the body; all offsets count its Unicode code points from 0';
COMMENT ON COLUMN articles.headline_start IS 'offset of the headline in text; null where there is none';
COMMENT ON COLUMN articles.headline_end IS 'offset of the first code point after the headline';
COMMENT ON COLUMN articles.version IS 'version of the reader whose records are stored for this article';
COMMENT ON COLUMN articles.added_at IS 'when these records were stored, UTC';

CREATE TABLE readings (
    article VARCHAR NOT NULL,
    contract VARCHAR NOT NULL
);
COMMENT ON TABLE readings IS 'The whole reading of each article as one line of the output contract. The other tables of records are derived from it.';
COMMENT ON COLUMN readings.article IS 'articles.id';
COMMENT ON COLUMN readings.contract IS 'one JSON object: article, actors, statements, events, positions, version';

CREATE TABLE left_out (
    article VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    why VARCHAR NOT NULL
);
COMMENT ON TABLE left_out IS 'What stood in the input and is not article text.';
COMMENT ON COLUMN left_out.article IS 'articles.id';
COMMENT ON COLUMN left_out.number IS 'order within the article, from 0';
COMMENT ON COLUMN left_out.text IS 'the words left out';
COMMENT ON COLUMN left_out.why IS 'why they are no article text, such as image credit';

CREATE TABLE actors (
    article VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country VARCHAR,
    code VARCHAR,
    aliases VARCHAR[],
    role VARCHAR,
    role_from DATE,
    role_until DATE,
    role_conflict VARCHAR,
    members VARCHAR[],
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE actors IS 'One row per actor and article: who somebody was on the day of that article. A known actor has the same id in every article, and may have another role there.';
COMMENT ON COLUMN actors.article IS 'articles.id';
COMMENT ON COLUMN actors.id IS 'id of the actor';
COMMENT ON COLUMN actors.number IS 'order within the article, from 0';
COMMENT ON COLUMN actors.name IS 'name by which the actor is shown';
COMMENT ON COLUMN actors.kind IS 'person, state, government_body, intergovernmental, armed_group, company, outlet, people or other';
COMMENT ON COLUMN actors.country IS 'ISO 3166-1 alpha-3 of the state acted for; null for intergovernmental bodies and groups at war with their state';
COMMENT ON COLUMN actors.code IS 'PLOVER/CAMEO actor code, such as RUS GOV';
COMMENT ON COLUMN actors.aliases IS 'other names of the actor';
COMMENT ON COLUMN actors.role IS 'what the actor was on the day of the article';
COMMENT ON COLUMN actors.role_from IS 'first day in that role, where known';
COMMENT ON COLUMN actors.role_until IS 'last day in that role, where known';
COMMENT ON COLUMN actors.role_conflict IS 'how the article''s words and the knowledge base disagree about the role';
COMMENT ON COLUMN actors.members IS 'ids of the actors of a group; empty for a single actor';
COMMENT ON COLUMN actors.reason IS 'rule or row of knowledge that identified the actor';

CREATE TABLE mentions (
    article VARCHAR NOT NULL,
    actor VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words VARCHAR NOT NULL
);
COMMENT ON TABLE mentions IS 'Where an article names or refers to an actor.';
COMMENT ON COLUMN mentions.article IS 'articles.id';
COMMENT ON COLUMN mentions.actor IS 'actors.id';
COMMENT ON COLUMN mentions.span_start IS 'offset in articles.text';
COMMENT ON COLUMN mentions.span_end IS 'offset of the first code point after it';
COMMENT ON COLUMN mentions.words IS 'the words that stand there';

CREATE TABLE statements (
    article VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    act VARCHAR NOT NULL,
    content_words VARCHAR NOT NULL,
    speaker VARCHAR,
    addressees VARCHAR[],
    reported_by VARCHAR[],
    inside VARCHAR,
    date_start DATE,
    date_end DATE,
    date_precision VARCHAR,
    date_basis VARCHAR,
    confidence DOUBLE NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE statements IS 'Words, or their sense, given as somebody''s.';
COMMENT ON COLUMN statements.article IS 'articles.id';
COMMENT ON COLUMN statements.id IS 'id of the statement';
COMMENT ON COLUMN statements.number IS 'order within the article, from 0';
COMMENT ON COLUMN statements.kind IS 'direct, indirect or mixed';
COMMENT ON COLUMN statements.act IS 'what is done by saying it: say, claim, deny, warn, threaten, promise, offer, request, accuse, praise, agree, reject, report, believe or intend';
COMMENT ON COLUMN statements.content_words IS 'what is said, as it stands in the article; parts that a cue interrupts are joined by " ... "';
COMMENT ON COLUMN statements.speaker IS 'actors.id of who said it; null where nobody is named or described';
COMMENT ON COLUMN statements.addressees IS 'ids of the actors spoken to';
COMMENT ON COLUMN statements.reported_by IS 'chain of outlets, outermost first, nearest to the speaker last; the article''s own outlet is not in it';
COMMENT ON COLUMN statements.inside IS 'id of the statement within whose content this one stands';
COMMENT ON COLUMN statements.date_start IS 'first day of what the date in the text means; null where open or undated';
COMMENT ON COLUMN statements.date_end IS 'last day of what the date in the text means; null where open or undated';
COMMENT ON COLUMN statements.date_precision IS 'how precise the text is: day, week, month, quarter, year, decade or other; null where undated';
COMMENT ON COLUMN statements.date_basis IS 'text: a date expression says it; published: taken from the article''s date';
COMMENT ON COLUMN statements.confidence IS 'estimated chance that the whole record is right, 0 to 1';
COMMENT ON COLUMN statements.reason IS 'rule or model that found it';

CREATE TABLE statement_spans (
    article VARCHAR NOT NULL,
    statement VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words VARCHAR NOT NULL
);
COMMENT ON TABLE statement_spans IS 'The stretches of text of each statement.';
COMMENT ON COLUMN statement_spans.article IS 'articles.id';
COMMENT ON COLUMN statement_spans.statement IS 'statements.id';
COMMENT ON COLUMN statement_spans.role IS 'source (who says it), cue (the word of saying) or content (what is said)';
COMMENT ON COLUMN statement_spans.span_start IS 'offset in articles.text';
COMMENT ON COLUMN statement_spans.span_end IS 'offset of the first code point after it';
COMMENT ON COLUMN statement_spans.words IS 'the words that stand there';

CREATE TABLE events (
    article VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    type VARCHAR NOT NULL,
    mode VARCHAR,
    contexts VARCHAR[],
    cameo VARCHAR,
    goldstein DOUBLE,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    trigger_words VARCHAR NOT NULL,
    factuality VARCHAR NOT NULL,
    date_start DATE,
    date_end DATE,
    date_precision VARCHAR,
    date_basis VARCHAR,
    place_name VARCHAR,
    place_country VARCHAR,
    place_latitude DOUBLE,
    place_longitude DOUBLE,
    statement VARCHAR,
    reported_by VARCHAR[],
    in_headline BOOLEAN NOT NULL,
    confidence DOUBLE NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE events IS 'Who did what to whom; the actors stand in event_sides.';
COMMENT ON COLUMN events.article IS 'articles.id';
COMMENT ON COLUMN events.id IS 'id of the event';
COMMENT ON COLUMN events.number IS 'order within the article, from 0';
COMMENT ON COLUMN events.type IS 'one of the 16 PLOVER event types';
COMMENT ON COLUMN events.mode IS 'PLOVER mode within the type';
COMMENT ON COLUMN events.contexts IS 'PLOVER contexts, such as military';
COMMENT ON COLUMN events.cameo IS 'CAMEO code';
COMMENT ON COLUMN events.goldstein IS 'weight between conflict (-10) and cooperation (+10) of the CAMEO code';
COMMENT ON COLUMN events.trigger_start IS 'offset in articles.text of the words that carry the event';
COMMENT ON COLUMN events.trigger_end IS 'offset of the first code point after them';
COMMENT ON COLUMN events.trigger_words IS 'the words that carry the event';
COMMENT ON COLUMN events.factuality IS 'actual, claimed, planned, hypothetical, denied or negated';
COMMENT ON COLUMN events.date_start IS 'first day of what the date in the text means; null where open or undated';
COMMENT ON COLUMN events.date_end IS 'last day of what the date in the text means; null where open or undated';
COMMENT ON COLUMN events.date_precision IS 'how precise the text is: day, week, month, quarter, year, decade or other; null where undated';
COMMENT ON COLUMN events.date_basis IS 'text: a date expression says it; published: taken from the article''s date';
COMMENT ON COLUMN events.place_name IS 'where it happened';
COMMENT ON COLUMN events.place_country IS 'ISO 3166-1 alpha-3 of the place';
COMMENT ON COLUMN events.place_latitude IS 'degrees north, WGS 84';
COMMENT ON COLUMN events.place_longitude IS 'degrees east, WGS 84';
COMMENT ON COLUMN events.statement IS 'statements.id of the statement whose content or saying carries the event';
COMMENT ON COLUMN events.reported_by IS 'chain of outlets, outermost first';
COMMENT ON COLUMN events.in_headline IS 'whether the headline tells it';
COMMENT ON COLUMN events.confidence IS 'estimated chance that the whole record is right, 0 to 1';
COMMENT ON COLUMN events.reason IS 'rule or model that coded it';

CREATE TABLE event_sides (
    article VARCHAR NOT NULL,
    event VARCHAR NOT NULL,
    side VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    actor VARCHAR NOT NULL
);
COMMENT ON TABLE event_sides IS 'The actors of each event. In symmetric events all parties are sources.';
COMMENT ON COLUMN event_sides.article IS 'articles.id';
COMMENT ON COLUMN event_sides.event IS 'events.id';
COMMENT ON COLUMN event_sides.side IS 'source (who did it) or target (to whom)';
COMMENT ON COLUMN event_sides.number IS 'order within the side, from 0';
COMMENT ON COLUMN event_sides.actor IS 'actors.id';

CREATE TABLE event_mentions (
    article VARCHAR NOT NULL,
    event VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words VARCHAR NOT NULL
);
COMMENT ON TABLE event_mentions IS 'All places of an article that tell the same event.';
COMMENT ON COLUMN event_mentions.article IS 'articles.id';
COMMENT ON COLUMN event_mentions.event IS 'events.id';
COMMENT ON COLUMN event_mentions.span_start IS 'offset in articles.text';
COMMENT ON COLUMN event_mentions.span_end IS 'offset of the first code point after it';
COMMENT ON COLUMN event_mentions.words IS 'the words that stand there';

CREATE TABLE quantities (
    article VARCHAR NOT NULL,
    event VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    low DOUBLE,
    high DOUBLE,
    unit VARCHAR,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words VARCHAR NOT NULL
);
COMMENT ON TABLE quantities IS 'Numbers that belong to an event.';
COMMENT ON COLUMN quantities.article IS 'articles.id';
COMMENT ON COLUMN quantities.event IS 'events.id';
COMMENT ON COLUMN quantities.what IS 'what is counted: dead, wounded, arrested, protesters ...';
COMMENT ON COLUMN quantities.low IS 'lower bound; null where open';
COMMENT ON COLUMN quantities.high IS 'upper bound; equal to low for an exact number; null where open';
COMMENT ON COLUMN quantities.unit IS 'unit of the number';
COMMENT ON COLUMN quantities.span_start IS 'offset in articles.text';
COMMENT ON COLUMN quantities.span_end IS 'offset of the first code point after it';
COMMENT ON COLUMN quantities.words IS 'the words that stand there';

CREATE TABLE positions (
    article VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    actor VARCHAR NOT NULL,
    proposal VARCHAR NOT NULL,
    proposal_name VARCHAR NOT NULL,
    stance VARCHAR NOT NULL,
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    evidence_words VARCHAR NOT NULL,
    condition_start INTEGER,
    condition_end INTEGER,
    condition_words VARCHAR,
    reported_by VARCHAR[],
    date_start DATE,
    date_end DATE,
    date_precision VARCHAR,
    date_basis VARCHAR,
    confidence DOUBLE NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE positions IS 'Where an actor stands on a proposal.';
COMMENT ON COLUMN positions.article IS 'articles.id';
COMMENT ON COLUMN positions.id IS 'id of the position';
COMMENT ON COLUMN positions.number IS 'order within the article, from 0';
COMMENT ON COLUMN positions.actor IS 'actors.id';
COMMENT ON COLUMN positions.proposal IS 'the article''s own short name of the proposal';
COMMENT ON COLUMN positions.proposal_name IS 'that name in small letters without determiners and punctuation; proposals.name';
COMMENT ON COLUMN positions.stance IS 'support, oppose, conditional or neutral';
COMMENT ON COLUMN positions.evidence_start IS 'offset in articles.text of the words that show it';
COMMENT ON COLUMN positions.evidence_end IS 'offset of the first code point after them';
COMMENT ON COLUMN positions.evidence_words IS 'the words that show it';
COMMENT ON COLUMN positions.condition_start IS 'offset of the words that say under which condition';
COMMENT ON COLUMN positions.condition_end IS 'offset of the first code point after them';
COMMENT ON COLUMN positions.condition_words IS 'the words that say under which condition';
COMMENT ON COLUMN positions.reported_by IS 'chain of outlets, outermost first';
COMMENT ON COLUMN positions.date_start IS 'first day of what the date in the text means; null where open or undated';
COMMENT ON COLUMN positions.date_end IS 'last day of what the date in the text means; null where open or undated';
COMMENT ON COLUMN positions.date_precision IS 'how precise the text is: day, week, month, quarter, year, decade or other; null where undated';
COMMENT ON COLUMN positions.date_basis IS 'text: a date expression says it; published: taken from the article''s date';
COMMENT ON COLUMN positions.confidence IS 'estimated chance that the whole record is right, 0 to 1';
COMMENT ON COLUMN positions.reason IS 'rule or model that found it';

CREATE TABLE copies (
    article VARCHAR NOT NULL,
    original VARCHAR NOT NULL,
    share DOUBLE NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE copies IS 'Articles that are another article, cut, re-headlined or lightly edited. An article that is no copy has no row.';
COMMENT ON COLUMN copies.article IS 'articles.id of the copy';
COMMENT ON COLUMN copies.original IS 'articles.id of the text that it copies; an original can itself be the copy of a third';
COMMENT ON COLUMN copies.share IS 'share of the copy''s word shingles that stand in the original, 0 to 1';
COMMENT ON COLUMN copies.reason IS 'what was compared, and why this one is the original';

CREATE TABLE signatures (
    article VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    signature BLOB NOT NULL
);
COMMENT ON TABLE signatures IS 'MinHash signature of each text, by which later copies are found.';
COMMENT ON COLUMN signatures.article IS 'articles.id';
COMMENT ON COLUMN signatures.method IS 'how it was computed; a signature of another method is computed anew';
COMMENT ON COLUMN signatures.signature IS 'unsigned 32-bit numbers, little-endian';

CREATE TABLE ledger (
    article VARCHAR,
    source VARCHAR NOT NULL,
    version VARCHAR NOT NULL,
    read_at TIMESTAMP NOT NULL,
    status VARCHAR NOT NULL,
    error VARCHAR
);
COMMENT ON TABLE ledger IS 'What was read when by which version, and what failed. Rows are only added.';
COMMENT ON COLUMN ledger.article IS 'articles.id; null where the input gave no article';
COMMENT ON COLUMN ledger.source IS 'path or address of the input';
COMMENT ON COLUMN ledger.version IS 'version of the reader';
COMMENT ON COLUMN ledger.read_at IS 'when, UTC';
COMMENT ON COLUMN ledger.status IS 'ok or failed';
COMMENT ON COLUMN ledger.error IS 'what went wrong, in words; null where nothing did';

CREATE VIEW proposals AS
SELECT
    proposal_name AS name,
    mode(proposal ORDER BY proposal) AS label,
    count(*) AS positions,
    count(DISTINCT article) AS articles,
    count(DISTINCT actor) AS actors
FROM positions
GROUP BY proposal_name;

COMMENT ON VIEW proposals IS 'One row per proposal on which somebody takes a position; a view, so that it always agrees with positions.';
COMMENT ON COLUMN proposals.name IS 'the proposal''s name in small letters without determiners and punctuation';
COMMENT ON COLUMN proposals.label IS 'the name as most positions write it';
COMMENT ON COLUMN proposals.positions IS 'number of positions on it';
COMMENT ON COLUMN proposals.articles IS 'number of articles with a position on it';
COMMENT ON COLUMN proposals.actors IS 'number of actors with a position on it';
