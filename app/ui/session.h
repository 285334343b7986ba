#pragma once

#include "ui/bookmarks.h"
#include "ui/chosenedits.h"
#include "ui/dataexport.h"
#include "ui/dataimport.h"
#include "ui/layerlist.h"
#include "ui/listsorting.h"
#include "ui/measuring.h"
#include "ui/online.h"
#include "ui/releasemodel.h"
#include "ui/scandesk.h"
#include "ui/sessionparts.h"

#include <QUrl>
#include <QtQmlIntegration>

namespace dateline
{

/// Everything that the window shows and does: the one object that C++ hands to QML.
class Session : public SessionParts
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes it")
    Q_PROPERTY(bool hasCase READ hasCase NOTIFY caseChanged)
    Q_PROPERTY(bool opening READ isOpening NOTIFY openingChanged)
    Q_PROPERTY(QString caseTitle READ caseTitle NOTIFY caseChanged)
    Q_PROPERTY(QString casePath READ casePath NOTIFY caseChanged)
    Q_PROPERTY(bool readOnly READ isReadOnly NOTIFY caseChanged)
    Q_PROPERTY(QString undoText READ undoText NOTIFY stepsChanged)
    Q_PROPERTY(QString redoText READ redoText NOTIFY stepsChanged)
    Q_PROPERTY(bool reviewing READ isReviewing WRITE setReviewing NOTIFY reviewingChanged)
    Q_PROPERTY(dateline::LayerList *layers READ layers CONSTANT)
    Q_PROPERTY(dateline::ScanDesk *placing READ placing CONSTANT)
    Q_PROPERTY(dateline::Bookmarks *bookmarks READ bookmarks CONSTANT)
    Q_PROPERTY(dateline::ListSorting *sorting READ sorting CONSTANT)
    Q_PROPERTY(dateline::ChosenIncidents *chosen READ chosen CONSTANT)
    Q_PROPERTY(dateline::ChosenEdits *chosenEdits READ chosenEdits CONSTANT)
    Q_PROPERTY(dateline::DataImport *dataImport READ dataImport CONSTANT)
    Q_PROPERTY(dateline::DataExport *dataExport READ dataExport CONSTANT)
    Q_PROPERTY(dateline::MapCoordinates *coordinates READ coordinates CONSTANT)
    Q_PROPERTY(dateline::Measuring *measuring READ measuring CONSTANT)
    Q_PROPERTY(dateline::ReleaseModel *release READ release CONSTANT)
    Q_PROPERTY(dateline::Online *online READ online CONSTANT)
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString libraries READ libraries CONSTANT)

public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] bool hasCase() const { return m_store.current() != nullptr; }
    [[nodiscard]] bool isOpening() const { return m_store.isOpening(); } ///< Another case, in its place.
    [[nodiscard]] QString caseTitle() const;
    [[nodiscard]] QString casePath() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    [[nodiscard]] bool isReviewing() const { return m_reviewing; } ///< The open source follows what is under review.
    void setReviewing(bool reviewing);
    [[nodiscard]] LayerList *layers() { return &m_layers; }
    [[nodiscard]] ScanDesk *placing() { return &m_placing; }
    [[nodiscard]] Bookmarks *bookmarks() { return &m_bookmarks; }
    [[nodiscard]] ListSorting *sorting() { return &m_sorting; }
    [[nodiscard]] ChosenIncidents *chosen() { return &m_chosen; }
    [[nodiscard]] ChosenEdits *chosenEdits() { return &m_chosenEdits; }
    [[nodiscard]] DataImport *dataImport() { return &m_dataImport; }
    [[nodiscard]] DataExport *dataExport() { return &m_dataExport; }
    [[nodiscard]] MapCoordinates *coordinates() { return &m_coordinates; }
    [[nodiscard]] Measuring *measuring() { return &m_measuring; }
    [[nodiscard]] ReleaseModel *release() { return &m_release; }
    [[nodiscard]] Online *online() { return &m_online; }
    [[nodiscard]] QString notice() const { return m_notice; } ///< One sentence; empty if there is nothing to say.
    [[nodiscard]] QString version() const;
    [[nodiscard]] QString libraries() const;

    /// Begins to open @p path, or without one the case that was open last, while the window is being made.
    void beginOpening(const QString &path);
    /// Shows that case, or the user's copy of the sample case if none was asked for and there is no last one.
    void finishOpening();

    /// Takes one document in with a form for what it does not say, several or folders in a row, and a table or map as data.
    Q_INVOKABLE void takeFiles(const QList<QUrl> &files);
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
    /// Opens the form for an incident from the words that are selected in the reader.
    Q_INVOKABLE void draftFromWords();

Q_SIGNALS:
    void caseChanged();
    void openingChanged();
    void stepsChanged();
    void noticeChanged();
    void reviewingChanged();
    void documentAdded(); ///< Read in by a person: what it offers wants review.

private:
    void showCase();
    void showIncidents(IncidentColumns columns, std::vector<std::uint32_t> order);
    void showDocuments(std::vector<DocumentSummary> documents);
    void take(const Changed &changed);
    [[nodiscard]] std::optional<IncidentEntry> entry(IncidentId id);
    void say(const QString &sentence);
    void fit(Camera::Motion motion);
    void followSelection();
    void followReview();
    void showProposedPlace();
    void markProposal();
    void showAdded(qint64 document);

    LayerList m_layers;
    ScanDesk m_placing;
    Bookmarks m_bookmarks;
    ListSorting m_sorting;
    ChosenIncidents m_chosen;
    ChosenEdits m_chosenEdits;
    DataImport m_dataImport;
    DataExport m_dataExport;
    MapCoordinates m_coordinates;
    Measuring m_measuring;
    ReleaseModel m_release;
    Online m_online;
    QString m_notice;
    LonLat m_shownPlace; ///< Of the proposal that the map was brought to last.
    bool m_reviewing = false;
    bool m_wasAsked = false; ///< For the case that is being opened.
};

} // namespace dateline
