#pragma once

#include "ui/basemapsource.h"
#include "ui/camera.h"
#include "ui/casestore.h"
#include "ui/figuremaker.h"
#include "ui/incidentdetails.h"
#include "ui/incidentdraft.h"
#include "ui/incidentlistmodel.h"
#include "ui/intake.h"
#include "ui/look.h"
#include "ui/places.h"
#include "ui/readermodel.h"
#include "ui/recentcases.h"
#include "ui/reviewmodel.h"
#include "ui/searchmodel.h"
#include "ui/selection.h"
#include "ui/sourcelistmodel.h"

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>

namespace dateline
{

/// Everything that the window shows and does: the one object that C++ hands to QML.
class Session : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes it")
    Q_PROPERTY(dateline::Look *look READ look CONSTANT)
    Q_PROPERTY(dateline::Camera *camera READ camera CONSTANT)
    Q_PROPERTY(dateline::BaseMapSource *baseMap READ baseMap CONSTANT)
    Q_PROPERTY(dateline::Selection *selection READ selection CONSTANT)
    Q_PROPERTY(dateline::IncidentListModel *incidents READ incidents CONSTANT)
    Q_PROPERTY(dateline::KindFilterModel *kinds READ kinds CONSTANT)
    Q_PROPERTY(dateline::SourceListModel *sources READ sources CONSTANT)
    Q_PROPERTY(dateline::ReviewModel *review READ review CONSTANT)
    Q_PROPERTY(dateline::IncidentDetails *details READ details CONSTANT)
    Q_PROPERTY(dateline::ReaderModel *reader READ reader CONSTANT)
    Q_PROPERTY(dateline::SearchModel *search READ search CONSTANT)
    Q_PROPERTY(dateline::Intake *intake READ intake CONSTANT)
    Q_PROPERTY(dateline::IncidentDraft *draft READ draft CONSTANT)
    Q_PROPERTY(dateline::FigureMaker *figure READ figure CONSTANT)
    Q_PROPERTY(dateline::RecentCases *recent READ recent CONSTANT)
    Q_PROPERTY(bool hasCase READ hasCase NOTIFY caseChanged)
    Q_PROPERTY(QString caseTitle READ caseTitle NOTIFY caseChanged)
    Q_PROPERTY(QString casePath READ casePath NOTIFY caseChanged)
    Q_PROPERTY(bool readOnly READ isReadOnly NOTIFY caseChanged)
    Q_PROPERTY(QString undoText READ undoText NOTIFY stepsChanged)
    Q_PROPERTY(QString redoText READ redoText NOTIFY stepsChanged)
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString libraries READ libraries CONSTANT)

public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] CaseStore *store() { return &m_store; }
    [[nodiscard]] Look *look() { return &m_look; }
    [[nodiscard]] Camera *camera() { return &m_camera; }
    [[nodiscard]] BaseMapSource *baseMap() { return &m_baseMap; }
    [[nodiscard]] Selection *selection() { return &m_selection; }
    [[nodiscard]] IncidentListModel *incidents() { return &m_incidents; }
    [[nodiscard]] KindFilterModel *kinds() { return m_kinds; }
    [[nodiscard]] SourceListModel *sources() { return &m_sources; }
    [[nodiscard]] ReviewModel *review() { return &m_review; }
    [[nodiscard]] IncidentDetails *details() { return &m_details; }
    [[nodiscard]] ReaderModel *reader() { return &m_reader; }
    [[nodiscard]] SearchModel *search() { return &m_search; }
    [[nodiscard]] Intake *intake() { return &m_intake; }
    [[nodiscard]] IncidentDraft *draft() { return &m_draft; }
    [[nodiscard]] FigureMaker *figure() { return &m_figure; }
    [[nodiscard]] RecentCases *recent() { return &m_recent; }
    [[nodiscard]] bool hasCase() const { return m_store.current() != nullptr; }
    [[nodiscard]] QString caseTitle() const;
    [[nodiscard]] QString casePath() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    [[nodiscard]] QString notice() const { return m_notice; } ///< One sentence; empty if there is nothing to say.
    [[nodiscard]] QString version() const;
    [[nodiscard]] QString libraries() const;

    /// Opens @p path, or without one the case that was open last, or the user's copy of the sample case.
    void openFirst(const QString &path);

    Q_INVOKABLE void openFile(const QUrl &file);
    Q_INVOKABLE void openPath(const QString &path);
    Q_INVOKABLE void openSample();
    Q_INVOKABLE void createFile(const QUrl &file);
    Q_INVOKABLE void copyFile(const QUrl &file);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void fitAll();
    Q_INVOKABLE void dismissNotice();
    Q_INVOKABLE void removeSelected();

    /// Opens the reader at the words of the proposal under review.
    Q_INVOKABLE void openProposalSource();

Q_SIGNALS:
    void caseChanged();
    void stepsChanged();
    void noticeChanged();
    void documentAdded(); ///< Read in by a person: what it offers wants review.

private:
    void reload();
    void say(const QString &sentence);
    void followSelection();

    Look m_look;
    Camera m_camera;
    CaseStore m_store;
    Places m_places;
    BaseMapSource m_baseMap;
    Selection m_selection;
    IncidentListModel m_incidents;
    KindFilterModel *m_kinds;
    SourceListModel m_sources;
    ReviewModel m_review;
    IncidentDetails m_details;
    ReaderModel m_reader;
    SearchModel m_search;
    Intake m_intake;
    IncidentDraft m_draft;
    FigureMaker m_figure;
    RecentCases m_recent;
    QString m_notice;
};

} // namespace dateline
