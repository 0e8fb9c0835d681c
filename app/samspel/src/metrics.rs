//! Numbers for the operator's monitoring, in Prometheus' text form.

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::time::Instant;

const SECONDS: [f64; 10] = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

/// Installs the recorder. Once for each process.
pub fn install() -> anyhow::Result<PrometheusHandle> {
    let builder =
        PrometheusBuilder::new().set_buckets_for_metric(Matcher::Full("samspel_request_seconds".into()), &SECONDS)?;
    Ok(builder.install_recorder()?)
}

/// All numbers as they stand.
pub fn all(numbers: &PrometheusHandle, site: &web::Site) -> String {
    metrics::counter!("samspel_pages_from_memory_total").absolute(site.cache.found());
    numbers.render()
}

/// Counts a request that a handler answers and the time it took, by route pattern: an address never becomes a label.
pub async fn measure(request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", MatchedPath::as_str)
        .to_owned();
    let method = request.method().as_str().to_owned();
    let begun = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::histogram!("samspel_request_seconds", "route" => route, "method" => method, "status" => status)
        .record(begun.elapsed().as_secs_f64());
    response
}
