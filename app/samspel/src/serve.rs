//! Listening, and stopping without losing anybody's request.

use crate::{compose, config::Config, metrics, workers};
use anyhow::Context as _;
use axum::{Router, ServiceExt as _, http::StatusCode, response::IntoResponse as _, routing::get};
use std::{net::SocketAddr, sync::Arc};
use tokio::net::TcpListener;
use web::Site;

/// Serves the site until the process is asked to stop.
pub async fn serve(config: &Config, site: Arc<Site>, ready: impl FnOnce(SocketAddr)) -> anyhow::Result<()> {
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("cannot listen on {}", config.listen))?;
    let address = listener.local_addr()?;
    let numbers = metrics::install()?;
    workers::start(&site, config.smtp()?);
    let service = web::Front::new(site.clone(), router(site.clone(), numbers));
    let service = service.into_make_service_with_connect_info::<SocketAddr>();
    ready(address);
    axum::serve(listener, service)
        .with_graceful_shutdown(asked_to_stop())
        .await?;
    site.db.close().await?;
    Ok(())
}

fn router(site: Arc<Site>, numbers: metrics_exporter_prometheus::PrometheusHandle) -> Router {
    let (probe, counted) = (site.clone(), site.clone());
    let inside = Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(move || readiness(probe.clone())))
        .route(
            "/metrics",
            get(move || std::future::ready(metrics::all(&numbers, &counted))),
        );
    compose::router(site)
        .layer(axum::middleware::from_fn(metrics::measure))
        .merge(inside)
}

async fn readiness(site: Arc<Site>) -> axum::response::Response {
    match db::pending(&site.db).await {
        Ok(steps) if steps.is_empty() => "ready\n".into_response(),
        Ok(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the schema is behind: run samspel migrate\n",
        )
            .into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
