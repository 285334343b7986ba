#include "ui/sessionparts.h"

namespace dateline
{

SessionParts::SessionParts(QObject *parent)
    : QObject(parent)
    , m_origins(&m_store)
    , m_kinds(new KindFilterModel(&m_incidents))
    , m_filters(&m_store, &m_incidents, &m_camera, &m_selection)
    , m_sources(&m_store)
    , m_review(&m_store, &m_places, &m_veil)
    , m_arrangement(&m_store, &m_review, &m_incidents, &m_selection)
    , m_certain(&m_store, &m_review, &m_incidents)
    , m_details(&m_store, &m_origins, &m_selection, &m_veil)
    , m_reader(&m_store, &m_selection, &m_veil)
    , m_found(&m_reader, m_review.reading())
    , m_words(&m_reader)
    , m_attach(&m_store, &m_incidents, &m_reader, &m_words, &m_found)
    , m_origin(&m_store, &m_sources, &m_reader)
    , m_grading(&m_store, &m_details, &m_reader, &m_veil)
    , m_board(&m_store, &m_veil)
    , m_search(&m_store, &m_places, &m_selection, &m_camera, &m_veil)
    , m_intake(&m_store, &m_places)
    , m_batch(&m_store)
    , m_ownPlaces(&m_places)
    , m_replacement(&m_store, &m_places, &m_selection, &m_veil)
    , m_draft(&m_store, &m_places, &m_reader)
    , m_figure(&m_store, &m_incidents, &m_baseMap, &m_camera)
    , m_about(&m_store)
    , m_history(&m_store)
    , m_merge(&m_store)
{
}

SessionParts::~SessionParts() = default;

} // namespace dateline
