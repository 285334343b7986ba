#pragma once

#include "ui/arrangement.h"
#include "ui/attachmodel.h"
#include "ui/basemapsource.h"
#include "ui/camera.h"
#include "ui/caseabout.h"
#include "ui/casestore.h"
#include "ui/certainmodel.h"
#include "ui/claimboardmodel.h"
#include "ui/figuremaker.h"
#include "ui/filterpanel.h"
#include "ui/foundlayers.h"
#include "ui/grading.h"
#include "ui/historymodel.h"
#include "ui/incidentdetails.h"
#include "ui/incidentdraft.h"
#include "ui/incidentlistmodel.h"
#include "ui/intake.h"
#include "ui/intakebatch.h"
#include "ui/kindfiltermodel.h"
#include "ui/look.h"
#include "ui/mergemodel.h"
#include "ui/origins.h"
#include "ui/ownplaces.h"
#include "ui/places.h"
#include "ui/readermodel.h"
#include "ui/recentcases.h"
#include "ui/replacementmodel.h"
#include "ui/reviewmodel.h"
#include "ui/searchmodel.h"
#include "ui/selection.h"
#include "ui/sourcelistmodel.h"
#include "ui/sourceorigin.h"

#include <QtQmlIntegration>

namespace dateline
{

/// The parts of the window, made in order and handed to each other.
class SessionParts : public QObject
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(dateline::Look *look READ look CONSTANT)
    Q_PROPERTY(dateline::Camera *camera READ camera CONSTANT)
    Q_PROPERTY(dateline::BaseMapSource *baseMap READ baseMap CONSTANT)
    Q_PROPERTY(dateline::Selection *selection READ selection CONSTANT)
    Q_PROPERTY(dateline::IncidentListModel *incidents READ incidents CONSTANT)
    Q_PROPERTY(dateline::KindFilterModel *kinds READ kinds CONSTANT)
    Q_PROPERTY(dateline::FilterPanel *filters READ filters CONSTANT)
    Q_PROPERTY(dateline::SourceListModel *sources READ sources CONSTANT)
    Q_PROPERTY(dateline::SourceOrigin *origin READ origin CONSTANT)
    Q_PROPERTY(dateline::ReviewModel *review READ review CONSTANT)
    Q_PROPERTY(dateline::Arrangement *arrangement READ arrangement CONSTANT)
    Q_PROPERTY(dateline::CertainModel *certain READ certain CONSTANT)
    Q_PROPERTY(dateline::IncidentDetails *details READ details CONSTANT)
    Q_PROPERTY(dateline::Grading *grading READ grading CONSTANT)
    Q_PROPERTY(dateline::ClaimBoardModel *board READ board CONSTANT)
    Q_PROPERTY(dateline::ReaderModel *reader READ reader CONSTANT)
    Q_PROPERTY(dateline::FoundLayers *found READ found CONSTANT)
    Q_PROPERTY(dateline::WordSelection *words READ words CONSTANT)
    Q_PROPERTY(dateline::AttachModel *attach READ attach CONSTANT)
    Q_PROPERTY(dateline::SearchModel *search READ search CONSTANT)
    Q_PROPERTY(dateline::Intake *intake READ intake CONSTANT)
    Q_PROPERTY(dateline::IntakeBatch *batch READ batch CONSTANT)
    Q_PROPERTY(dateline::OwnPlaces *ownPlaces READ ownPlaces CONSTANT)
    Q_PROPERTY(dateline::ReplacementModel *replacement READ replacement CONSTANT)
    Q_PROPERTY(dateline::IncidentDraft *draft READ draft CONSTANT)
    Q_PROPERTY(dateline::FigureMaker *figure READ figure CONSTANT)
    Q_PROPERTY(dateline::CaseAbout *about READ about CONSTANT)
    Q_PROPERTY(dateline::HistoryModel *history READ history CONSTANT)
    Q_PROPERTY(dateline::MergeModel *merge READ merge CONSTANT)
    Q_PROPERTY(dateline::RecentCases *recent READ recent CONSTANT)

public:
    explicit SessionParts(QObject *parent = nullptr);
    ~SessionParts() override;

    [[nodiscard]] CaseStore *store() { return &m_store; }
    [[nodiscard]] Look *look() { return &m_look; }
    [[nodiscard]] Camera *camera() { return &m_camera; }
    [[nodiscard]] BaseMapSource *baseMap() { return &m_baseMap; }
    [[nodiscard]] Selection *selection() { return &m_selection; }
    [[nodiscard]] IncidentListModel *incidents() { return &m_incidents; }
    [[nodiscard]] KindFilterModel *kinds() { return m_kinds; }
    [[nodiscard]] FilterPanel *filters() { return &m_filters; }
    [[nodiscard]] SourceListModel *sources() { return &m_sources; }
    [[nodiscard]] SourceOrigin *origin() { return &m_origin; }
    [[nodiscard]] ReviewModel *review() { return &m_review; }
    [[nodiscard]] Arrangement *arrangement() { return &m_arrangement; }
    [[nodiscard]] CertainModel *certain() { return &m_certain; }
    [[nodiscard]] IncidentDetails *details() { return &m_details; }
    [[nodiscard]] Grading *grading() { return &m_grading; }
    [[nodiscard]] ClaimBoardModel *board() { return &m_board; }
    [[nodiscard]] ReaderModel *reader() { return &m_reader; }
    [[nodiscard]] FoundLayers *found() { return &m_found; }
    [[nodiscard]] WordSelection *words() { return &m_words; }
    [[nodiscard]] AttachModel *attach() { return &m_attach; }
    [[nodiscard]] SearchModel *search() { return &m_search; }
    [[nodiscard]] Intake *intake() { return &m_intake; }
    [[nodiscard]] IntakeBatch *batch() { return &m_batch; }
    [[nodiscard]] OwnPlaces *ownPlaces() { return &m_ownPlaces; }
    [[nodiscard]] ReplacementModel *replacement() { return &m_replacement; }
    [[nodiscard]] IncidentDraft *draft() { return &m_draft; }
    [[nodiscard]] FigureMaker *figure() { return &m_figure; }
    [[nodiscard]] CaseAbout *about() { return &m_about; }
    [[nodiscard]] HistoryModel *history() { return &m_history; }
    [[nodiscard]] MergeModel *merge() { return &m_merge; }
    [[nodiscard]] RecentCases *recent() { return &m_recent; }

protected:
    Look m_look;
    Camera m_camera;
    CaseStore m_store;
    Origins m_origins;
    Places m_places;
    BaseMapSource m_baseMap;
    Veil m_veil;
    Selection m_selection;
    IncidentListModel m_incidents;
    KindFilterModel *m_kinds;
    FilterPanel m_filters;
    SourceListModel m_sources;
    ReviewModel m_review;
    Arrangement m_arrangement;
    CertainModel m_certain;
    IncidentDetails m_details;
    ReaderModel m_reader;
    FoundLayers m_found;
    WordSelection m_words;
    AttachModel m_attach;
    SourceOrigin m_origin;
    Grading m_grading;
    ClaimBoardModel m_board;
    SearchModel m_search;
    Intake m_intake;
    IntakeBatch m_batch;
    OwnPlaces m_ownPlaces;
    ReplacementModel m_replacement;
    IncidentDraft m_draft;
    FigureMaker m_figure;
    CaseAbout m_about;
    HistoryModel m_history;
    MergeModel m_merge;
    RecentCases m_recent;
};

} // namespace dateline
