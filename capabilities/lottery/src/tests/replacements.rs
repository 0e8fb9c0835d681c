//! Somebody leaves a panel, and the seat is drawn for in the same open way.

use super::*;

async fn sitting(town: &Town, here: &str) -> Vec<String> {
    let id: Id = here.rsplit('/').next().unwrap().parse().unwrap();
    let mut read = town.site.db.read().await.unwrap();
    let lottery = crate::store::lottery(&mut read, id).await.unwrap();
    crate::acts::members(&mut read, &lottery).await.unwrap()
}

/// In the pool of the stories every second is a woman.
fn is_woman(id: &str) -> bool {
    id.ends_with(['0', '2', '4', '6', '8'])
}

/// Draws for the seat of the first who sits; the address of the lottery for it.
async fn replaced(town: &Town, maja: &mut Browser, here: &str, gone: &str, no: &str) -> String {
    let path = format!("{here}/ersatt");
    let key = between(&maja.get(&path).await, "name=\"nyckel\" value=\"", "\"");
    let fields = [
        ("nyckel", key.as_str()),
        ("lamnar", gone),
        ("nej", no),
        ("skal", "Flyttade <b>"),
    ];
    let sent = maja.post(&path, &fields).await;
    assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
    let twice = maja.post(&path, &fields).await;
    assert_eq!(twice.status.as_u16(), 422, "one at a time");
    assert_eq!(town.computes().await, 1);
    let seat = page(&sent.location);
    let day = (town.site.today() + jiff::ToSpan::days(1)).to_string();
    let parts: Vec<&str> = day.split('-').collect();
    let fields = [
        ("revision", "1"),
        ("slump", "Lottoraden"),
        ("avgors-day", parts[2]),
        ("avgors-month", parts[1]),
        ("avgors-year", parts[0]),
    ];
    let published = maja.post(&format!("{seat}/publicera"), &fields).await;
    assert_eq!(published.status.as_u16(), 303, "{}", published.body);
    town.days_pass(1, maja).await;
    let drawn = maja.post(&format!("{seat}/dra"), &seed("2", "5 6 7")).await;
    assert_eq!(drawn.status.as_u16(), 303, "{}", drawn.body);
    seat
}

#[tokio::test]
async fn a_seat_is_filled_within_the_quotas_by_somebody_who_can() {
    for test in testkit::databases().await {
        let town = Town::on(test).await;
        let mut maja = town.comes("maja@exempel.se").await;
        let here = town.drawn(&mut maja).await;
        let before = sitting(&town, &here).await;
        let gone = before[0].clone();
        let nobody = maja
            .post(&format!("{here}/ersatt"), &[("nyckel", "x"), ("skal", "Sjuk")])
            .await;
        assert_eq!(nobody.status.as_u16(), 422);
        assert!(
            nobody.body.contains("Kryssa i minst en") && nobody.body.contains("Sjuk"),
            "{}",
            nobody.body
        );
        // Of those who could take the seat all but one have moved; she shares no household.
        let (even, odd): (Vec<usize>, Vec<usize>) = (0..12).partition(|n| n % 2 == 0);
        let alike = if is_woman(&gone) { even } else { odd };
        let others: Vec<usize> = alike
            .into_iter()
            .filter(|n| !before.contains(&format!("p{n:02}")))
            .collect();
        let left = *others.iter().find(|n| **n >= 4).unwrap();
        let moved: Vec<String> = others
            .iter()
            .filter(|n| **n != left)
            .map(|n| format!("p{n:02}"))
            .collect();
        let first = replaced(&town, &mut maja, &here, &gone, &format!("{}, p99", moved.join(", "))).await;
        let after = sitting(&town, &here).await;
        assert_eq!(after.len(), 4);
        assert!(
            !after.contains(&gone) && after.contains(&format!("p{left:02}")),
            "{after:?}"
        );
        let women = |ids: &[String]| ids.iter().filter(|id| is_woman(id)).count();
        assert_eq!(women(&after), 2, "the quotas hold: {after:?}");
        let other = after.iter().find(|id| is_woman(id) != is_woman(&gone)).unwrap();
        let second = replaced(&town, &mut maja, &here, other, "").await;
        let last = sitting(&town, &here).await;
        assert!(!last.contains(&gone), "who left does not come back: {last:?}");
        assert_eq!((last.len(), women(&last)), (4, 2));
        assert_ne!(first, second);

        let protocol = maja.get(&format!("{here}/protokoll")).await.body;
        assert!(
            protocol.contains("Lottningar av ersättare") && protocol.contains("Flyttade &lt;b&gt;"),
            "{protocol}"
        );
        let page = maja.get(&here).await.body;
        assert!(page.contains(&last.join(", ")), "the panel is the one that sits now");
        let alone = maja
            .post(&format!("{first}/radera"), &[("revision", "3"), ("sakert", "ja")])
            .await;
        assert_eq!(alone.status.as_u16(), 422, "it is erased with its panel");
        assert_eq!(
            maja.post(&format!("{here}/radera"), &[("revision", "3"), ("sakert", "ja")])
                .await
                .status
                .as_u16(),
            303
        );
        let id = second.rsplit('/').next().unwrap();
        assert_eq!(
            maja.get(&format!("/lottning/{id}/lottning.txt")).await.status.as_u16(),
            404
        );
        assert!(sitting(&town, &here).await.is_empty());
    }
}
