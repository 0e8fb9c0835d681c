//! Passages: one free text by one person in answer to one question. Moderation decides on them, insights codes them.

use db::{Conn, Id, Result, Tx, Value, args, sql};
use jiff::Timestamp;

use crate::model::check::MAX_STATEMENTS;
use crate::model::stance::PROPOSAL;
use crate::model::state::PassageState;

db::record! {
    #[derive(Debug, Clone)]
    pub struct Passage {
        pub id: Id,
        pub contribution_id: Id,
        pub activity_id: Id,
        pub dialogue_id: Id,
        /// The key of the question.
        pub question: String,
        /// What the person wrote, word for word.
        pub body: String,
        /// What may be shown outside; empty while it may not.
        pub public_body: String,
        pub state: String,
        pub reason: String,
        pub note: String,
        /// JSON: what the detector found in `body`.
        pub marks: String,
        pub revision: i64,
        pub created_at: Timestamp,
        pub decided_at: Option<Timestamp>,
        pub decided_by: String,
        pub withdrawn: bool,
        pub channel: String,
        pub language: String,
        pub submitted_at: Timestamp,
    }
}

impl Passage {
    pub fn state(&self) -> PassageState {
        PassageState::named(&self.state)
    }
}

/// A passage about to be stored.
pub struct NewPassage {
    pub id: Id,
    pub contribution: Id,
    pub activity: Id,
    pub dialogue: Id,
    pub question: String,
    pub body: String,
    pub state: PassageState,
    pub marks: String,
    pub at: Timestamp,
}

impl NewPassage {
    fn into_args(self) -> Vec<Value> {
        let public_body = if self.state.is_public() {
            self.body.clone()
        } else {
            String::new()
        };
        args![
            self.id,
            self.contribution,
            self.activity,
            self.dialogue,
            self.question,
            self.body,
            public_body,
            self.state.name(),
            self.marks,
            self.at
        ]
    }
}

pub async fn insert_passages(tx: &mut Tx<'_>, new: Vec<NewPassage>) -> Result<u64> {
    let statement = sql!(
        "insert into passage (id, contribution_id, activity_id, dialogue_id, question, body, public_body, state, reason,
                              note, marks, revision, created_at, decided_at, decided_by, withdrawn)
         values ($1, $2, $3, $4, $5, $6, $7, $8, '', '', $9, 1, $10, null, '', false)"
    );
    tx.run_many(statement, new.into_iter().map(NewPassage::into_args).collect())
        .await
}

pub async fn passage(conn: &mut Conn, id: Id) -> Result<Passage> {
    let statement = sql!(
        "select p.id, p.contribution_id, p.activity_id, p.dialogue_id, p.question, p.body, p.public_body, p.state, p.reason,
                p.note, p.marks, p.revision, p.created_at, p.decided_at, p.decided_by, p.withdrawn,
                c.channel, c.language, c.submitted_at
         from passage p join contribution c on c.id = p.contribution_id where p.id = $1"
    );
    conn.one(statement, args![id]).await
}

pub async fn passages_of_contribution(conn: &mut Conn, contribution: Id) -> Result<Vec<Passage>> {
    let statement = sql!(
        "select p.id, p.contribution_id, p.activity_id, p.dialogue_id, p.question, p.body, p.public_body, p.state, p.reason,
                p.note, p.marks, p.revision, p.created_at, p.decided_at, p.decided_by, p.withdrawn,
                c.channel, c.language, c.submitted_at
         from passage p join contribution c on c.id = p.contribution_id
         where p.contribution_id = $1 and not p.withdrawn order by p.created_at, p.id"
    );
    conn.all(statement, args![contribution]).await
}

/// Which standing passages are meant. Empty fields mean all.
#[derive(Debug, Clone, Default)]
pub struct PassageFilter {
    pub dialogue: Option<Id>,
    pub activity: Option<Id>,
    pub question: String,
    pub state: Option<PassageState>,
    pub channel: String,
    /// Words that the text contains, whatever their case.
    pub contains: String,
}

impl PassageFilter {
    fn args(&self) -> Vec<Value> {
        let state = self.state.map_or("", PassageState::name);
        let contains = if self.contains.is_empty() {
            String::new()
        } else {
            pattern(&self.contains)
        };
        args![
            self.dialogue,
            self.activity,
            &self.question,
            state,
            &self.channel,
            contains
        ]
    }
}

/// A `like` pattern for text that contains the words as written; `!` guards what `like` reads as signs.
fn pattern(words: &str) -> String {
    let mut pattern = String::from("%");
    for c in words.to_lowercase().chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

pub async fn count_passages(conn: &mut Conn, filter: &PassageFilter) -> Result<i64> {
    let statement = sql!(
        sqlite: "select count(*) from passage p join contribution c on c.id = p.contribution_id
         where not p.withdrawn and ($1 is null or p.dialogue_id = $1) and ($2 is null or p.activity_id = $2)
           and ($3 = '' or p.question = $3) and ($4 = '' or p.state = $4) and ($5 = '' or c.channel = $5)
           and ($6 = '' or lower(p.body) like $6 escape '!')",
        postgres: "select count(*) from passage p join contribution c on c.id = p.contribution_id
         where not p.withdrawn and (cast($1 as uuid) is null or p.dialogue_id = $1)
           and (cast($2 as uuid) is null or p.activity_id = $2) and (cast($3 as text) = '' or p.question = $3)
           and (cast($4 as text) = '' or p.state = $4) and (cast($5 as text) = '' or c.channel = $5)
           and (cast($6 as text) = '' or lower(p.body) like $6 escape '!')"
    );
    conn.scalar(statement, filter.args()).await
}

/// A page of standing passages in the order they came.
pub async fn passages(conn: &mut Conn, filter: &PassageFilter, limit: i64, offset: i64) -> Result<Vec<Passage>> {
    let statement = sql!(
        sqlite: "select p.id, p.contribution_id, p.activity_id, p.dialogue_id, p.question, p.body, p.public_body, p.state,
                p.reason, p.note, p.marks, p.revision, p.created_at, p.decided_at, p.decided_by, p.withdrawn,
                c.channel, c.language, c.submitted_at
         from passage p join contribution c on c.id = p.contribution_id
         where not p.withdrawn and ($1 is null or p.dialogue_id = $1) and ($2 is null or p.activity_id = $2)
           and ($3 = '' or p.question = $3) and ($4 = '' or p.state = $4) and ($5 = '' or c.channel = $5)
           and ($6 = '' or lower(p.body) like $6 escape '!')
         order by p.id limit $7 offset $8",
        postgres: "select p.id, p.contribution_id, p.activity_id, p.dialogue_id, p.question, p.body, p.public_body, p.state,
                p.reason, p.note, p.marks, p.revision, p.created_at, p.decided_at, p.decided_by, p.withdrawn,
                c.channel, c.language, c.submitted_at
         from passage p join contribution c on c.id = p.contribution_id
         where not p.withdrawn and (cast($1 as uuid) is null or p.dialogue_id = $1)
           and (cast($2 as uuid) is null or p.activity_id = $2) and (cast($3 as text) = '' or p.question = $3)
           and (cast($4 as text) = '' or p.state = $4) and (cast($5 as text) = '' or c.channel = $5)
           and (cast($6 as text) = '' or lower(p.body) like $6 escape '!')
         order by p.id limit $7 offset $8"
    );
    let mut args = filter.args();
    args.extend(args![limit, offset]);
    conn.all(statement, args).await
}

/// The ids of all standing passages meant, in the order they came.
pub async fn passage_ids(conn: &mut Conn, filter: &PassageFilter) -> Result<Vec<Id>> {
    let statement = sql!(
        sqlite: "select p.id from passage p join contribution c on c.id = p.contribution_id
         where not p.withdrawn and ($1 is null or p.dialogue_id = $1) and ($2 is null or p.activity_id = $2)
           and ($3 = '' or p.question = $3) and ($4 = '' or p.state = $4) and ($5 = '' or c.channel = $5)
           and ($6 = '' or lower(p.body) like $6 escape '!') order by p.id",
        postgres: "select p.id from passage p join contribution c on c.id = p.contribution_id
         where not p.withdrawn and (cast($1 as uuid) is null or p.dialogue_id = $1)
           and (cast($2 as uuid) is null or p.activity_id = $2) and (cast($3 as text) = '' or p.question = $3)
           and (cast($4 as text) = '' or p.state = $4) and (cast($5 as text) = '' or c.channel = $5)
           and (cast($6 as text) = '' or lower(p.body) like $6 escape '!') order by p.id"
    );
    conn.scalars(statement, filter.args()).await
}

/// How many ids one statement takes.
const IDS_AT_ONCE: usize = 25;

/// The standing passages with these ids, in the order of the ids. Meant for one page of a list.
pub async fn passages_by_id(conn: &mut Conn, ids: &[Id]) -> Result<Vec<Passage>> {
    let statement = sql!(
        "select p.id, p.contribution_id, p.activity_id, p.dialogue_id, p.question, p.body, p.public_body, p.state, p.reason,
                p.note, p.marks, p.revision, p.created_at, p.decided_at, p.decided_by, p.withdrawn,
                c.channel, c.language, c.submitted_at
         from passage p join contribution c on c.id = p.contribution_id
         where not p.withdrawn and p.id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                                            $18, $19, $20, $21, $22, $23, $24, $25)"
    );
    let mut found: Vec<Passage> = Vec::with_capacity(ids.len());
    for some in ids.chunks(IDS_AT_ONCE) {
        // A short last chunk repeats its last id: one statement serves all lengths.
        let padded = some
            .iter()
            .chain(std::iter::repeat_n(&some[some.len() - 1], IDS_AT_ONCE - some.len()));
        found.extend(
            conn.all::<Passage>(statement, padded.map(|id| Value::from(*id)).collect())
                .await?,
        );
    }
    let place: std::collections::HashMap<Id, usize> = ids.iter().enumerate().map(|(i, id)| (*id, i)).collect();
    found.sort_by_key(|p| place.get(&p.id).copied());
    Ok(found)
}

/// Published texts of an activity, newest first: those that came before the passage `before`, or the newest of all.
/// Read from an index of its own, so that a page costs the same however many there are; hence no total.
pub async fn published(
    conn: &mut Conn,
    activity: Id,
    question: &str,
    before: Option<Id>,
    limit: i64,
) -> Result<Vec<Passage>> {
    let statement = sql!(
        "select p.id, p.contribution_id, p.activity_id, p.dialogue_id, p.question, p.body, p.public_body, p.state, p.reason,
                p.note, p.marks, p.revision, p.created_at, p.decided_at, p.decided_by, p.withdrawn,
                c.channel, c.language, c.submitted_at
         from passage p join contribution c on c.id = p.contribution_id
         where p.activity_id = $1 and p.question = $2 and p.id < $3
           and p.state in ('published', 'masked') and not p.withdrawn
         order by p.id desc limit $4"
    );
    let before = before.unwrap_or(Id::MAX);
    conn.all(statement, args![activity, question, before, limit]).await
}

db::record! {
    struct ProposalRow { id: Id, public_body: String }
}

/// What residents have proposed to an activity and moderation has published: passage and words, in the order they came.
pub async fn proposals(conn: &mut Conn, activity: Id) -> Result<Vec<(String, String)>> {
    // From the index on public passages.
    let statement = sql!(
        "select id, public_body from passage
         where activity_id = $1 and question = $2 and state in ('published', 'masked') and not withdrawn order by id limit $3"
    );
    let rows: Vec<ProposalRow> = conn.all(statement, args![activity, PROPOSAL, MAX_STATEMENTS]).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.id.to_string(), row.public_body))
        .collect())
}

/// All passages that were ever proposed to an activity, in the order they came: their places are their numbers.
pub async fn proposal_ids(conn: &mut Conn, dialogue: Id, activity: Id) -> Result<Vec<Id>> {
    conn.scalars(
        sql!("select id from passage where dialogue_id = $1 and activity_id = $2 and question = $3 order by id"),
        args![dialogue, activity, PROPOSAL],
    )
    .await
}

/// What a person decided about a passage.
#[derive(Debug, Clone)]
pub struct Decision {
    pub state: PassageState,
    /// What may be shown; ignored unless the state is public.
    pub public_body: String,
    /// Why it was hidden or masked: a key or words that the sender may read.
    pub reason: String,
    /// For colleagues.
    pub note: String,
    /// Who decided; a name for the log.
    pub by: String,
}

/// Fails with `Stale` when somebody decided after `revision`.
pub async fn save_decision(tx: &mut Tx<'_>, id: Id, revision: i64, decision: &Decision) -> Result<()> {
    let now = tx.now();
    let public_body = if decision.state.is_public() {
        decision.public_body.as_str()
    } else {
        ""
    };
    tx.run_changed(
        sql!(
            "update passage set state = $3, public_body = $4, reason = $5, note = $6, decided_at = $7, decided_by = $8,
                                revision = revision + 1
             where id = $1 and revision = $2"
        ),
        args![
            id,
            revision,
            decision.state.name(),
            public_body,
            &decision.reason,
            &decision.note,
            now,
            &decision.by
        ],
    )
    .await
}

pub async fn save_marks(tx: &mut Tx<'_>, id: Id, marks: &str) -> Result<()> {
    tx.run_changed(sql!("update passage set marks = $2 where id = $1"), args![id, marks])
        .await
}

pub async fn withdraw_passages(tx: &mut Tx<'_>, contribution: Id) -> Result<u64> {
    tx.run(
        sql!("update passage set withdrawn = true where contribution_id = $1"),
        args![contribution],
    )
    .await
}

pub async fn withdraw_passage(tx: &mut Tx<'_>, id: Id) -> Result<u64> {
    tx.run(sql!("update passage set withdrawn = true where id = $1"), args![id])
        .await
}

db::record! {
    /// How many standing passages of a dialogue are in one state.
    #[derive(Debug, Clone)]
    pub struct StateCount {
        pub state: String,
        pub n: i64,
    }
}

pub async fn passage_counts(conn: &mut Conn, dialogue: Id) -> Result<Vec<StateCount>> {
    let statement = sql!(
        "select state, count(*) as n from passage where dialogue_id = $1 and not withdrawn group by state order by state"
    );
    conn.all(statement, args![dialogue]).await
}

/// Waiting passages of all dialogues, or of one.
pub async fn count_waiting(conn: &mut Conn, dialogue: Option<Id>) -> Result<i64> {
    let statement = sql!(
        sqlite: "select count(*) from passage
                 where state = 'waiting' and not withdrawn and ($1 is null or dialogue_id = $1)",
        postgres: "select count(*) from passage
                 where state = 'waiting' and not withdrawn and (cast($1 as uuid) is null or dialogue_id = $1)"
    );
    conn.scalar(statement, args![dialogue]).await
}

/// A page of waiting passages, the oldest first, from the index on state.
pub async fn waiting(conn: &mut Conn, dialogue: Option<Id>, limit: i64, offset: i64) -> Result<Vec<Passage>> {
    let statement = sql!(
        sqlite: "select p.id, p.contribution_id, p.activity_id, p.dialogue_id, p.question, p.body, p.public_body, p.state,
                p.reason, p.note, p.marks, p.revision, p.created_at, p.decided_at, p.decided_by, p.withdrawn,
                c.channel, c.language, c.submitted_at
         from passage p join contribution c on c.id = p.contribution_id
         where p.state = 'waiting' and not p.withdrawn and ($1 is null or p.dialogue_id = $1)
         order by p.created_at, p.id limit $2 offset $3",
        postgres: "select p.id, p.contribution_id, p.activity_id, p.dialogue_id, p.question, p.body, p.public_body, p.state,
                p.reason, p.note, p.marks, p.revision, p.created_at, p.decided_at, p.decided_by, p.withdrawn,
                c.channel, c.language, c.submitted_at
         from passage p join contribution c on c.id = p.contribution_id
         where p.state = 'waiting' and not p.withdrawn and (cast($1 as uuid) is null or p.dialogue_id = $1)
         order by p.created_at, p.id limit $2 offset $3"
    );
    conn.all(statement, args![dialogue, limit, offset]).await
}

db::record! {
    /// What may be shown of one text.
    #[derive(Debug, Clone)]
    pub struct PublicText {
        pub contribution_id: Id,
        pub question: String,
        pub public_body: String,
    }
}

/// Everything that may be shown of the texts of an activity, for exports that go outside.
pub async fn public_texts(conn: &mut Conn, activity: Id) -> Result<Vec<PublicText>> {
    let statement = sql!(
        "select contribution_id, question, public_body from passage
         where activity_id = $1 and state in ('published', 'masked') and not withdrawn"
    );
    conn.all(statement, args![activity]).await
}

/// How many passages a person has decided on, of all dialogues or of one.
pub async fn count_decided(conn: &mut Conn, dialogue: Option<Id>) -> Result<i64> {
    let statement = sql!(
        sqlite: "select count(*) from passage where decided_at is not null and state <> 'waiting'
                   and ($1 is null or dialogue_id = $1)",
        postgres: "select count(*) from passage where decided_at is not null and state <> 'waiting'
                   and (cast($1 as uuid) is null or dialogue_id = $1)"
    );
    conn.scalar(statement, args![dialogue]).await
}

/// A page of decided passages, withdrawn ones too, the latest decision first.
pub async fn decided(conn: &mut Conn, dialogue: Option<Id>, limit: i64, offset: i64) -> Result<Vec<Passage>> {
    let statement = sql!(
        sqlite: "select p.id, p.contribution_id, p.activity_id, p.dialogue_id, p.question, p.body, p.public_body, p.state,
                p.reason, p.note, p.marks, p.revision, p.created_at, p.decided_at, p.decided_by, p.withdrawn,
                c.channel, c.language, c.submitted_at
         from passage p join contribution c on c.id = p.contribution_id
         where p.decided_at is not null and p.state <> 'waiting' and ($1 is null or p.dialogue_id = $1)
         order by p.decided_at desc, p.id desc limit $2 offset $3",
        postgres: "select p.id, p.contribution_id, p.activity_id, p.dialogue_id, p.question, p.body, p.public_body, p.state,
                p.reason, p.note, p.marks, p.revision, p.created_at, p.decided_at, p.decided_by, p.withdrawn,
                c.channel, c.language, c.submitted_at
         from passage p join contribution c on c.id = p.contribution_id
         where p.decided_at is not null and p.state <> 'waiting' and (cast($1 as uuid) is null or p.dialogue_id = $1)
         order by p.decided_at desc, p.id desc limit $2 offset $3"
    );
    conn.all(statement, args![dialogue, limit, offset]).await
}

db::record! {
    /// How many passages were hidden for one reason.
    #[derive(Debug, Clone)]
    pub struct ReasonCount {
        pub reason: String,
        pub n: i64,
    }
}

/// Hidden passages per reason, of all dialogues or of one.
pub async fn hidden_counts(conn: &mut Conn, dialogue: Option<Id>) -> Result<Vec<ReasonCount>> {
    let statement = sql!(
        sqlite: "select reason, count(*) as n from passage where state = 'hidden' and ($1 is null or dialogue_id = $1)
         group by reason order by n desc, reason",
        postgres: "select reason, count(*) as n from passage
         where state = 'hidden' and (cast($1 as uuid) is null or dialogue_id = $1) group by reason order by n desc, reason"
    );
    conn.all(statement, args![dialogue]).await
}
