#pragma once

#include "domain/incident.h"
#include "ui/casestore.h"
#include "ui/places.h"
#include "ui/readermodel.h"

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

namespace dateline
{

/// “New incident”: what a person enters by hand, best from words selected in the reader.
class IncidentDraft : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(bool picking READ isPicking WRITE setPicking NOTIFY changed)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString when READ when WRITE setWhen NOTIFY changed)
    Q_PROPERTY(QString zone READ zone WRITE setZone NOTIFY changed)
    Q_PROPERTY(QString placeQuery READ placeQuery WRITE setPlaceQuery NOTIFY changed)
    Q_PROPERTY(QStringList placeNames READ placeNames NOTIFY changed)
    Q_PROPERTY(QString where READ where NOTIFY changed)
    Q_PROPERTY(QString notes READ notes WRITE setNotes NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed)
    Q_PROPERTY(QString speaker READ speaker WRITE setSpeaker NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    IncidentDraft(CaseStore *store, Places *places, ReaderModel *reader, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isPicking() const { return m_picking; }
    void setPicking(bool picking);
    [[nodiscard]] QString title() const { return m_incident.title; }
    void setTitle(const QString &title);
    [[nodiscard]] int kind() const { return static_cast<int>(m_incident.kind); }
    void setKind(int kind);
    [[nodiscard]] QString when() const { return m_when; }
    void setWhen(const QString &when);
    [[nodiscard]] QString zone() const { return m_zone; }
    void setZone(const QString &zone);
    [[nodiscard]] QString placeQuery() const { return m_query; }
    void setPlaceQuery(const QString &query);
    [[nodiscard]] QStringList placeNames() const;
    [[nodiscard]] QString where() const;
    [[nodiscard]] QString notes() const { return m_incident.notes; }
    void setNotes(const QString &notes);
    [[nodiscard]] QString words() const { return m_quote ? m_quote->exact : QString(); }
    [[nodiscard]] QString speaker() const { return m_quote ? m_quote->speaker : QString(); }
    void setSpeaker(const QString &speaker);
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Opens the form without words.
    Q_INVOKABLE void start();

    /// Opens the form with the words from unit @p begin to @p end of the reader's paragraph @p row.
    Q_INVOKABLE void startFromWords(int row, int begin, int end);

    Q_INVOKABLE void takePlace(int row);
    /// Takes the place that was clicked at @p zoom of the map, known as closely as that scale tells.
    Q_INVOKABLE void pick(double longitude, double latitude, double zoom);
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void added(qint64 incident);

private:
    void lookUp();

    CaseStore *m_store;
    Places *m_places;
    ReaderModel *m_reader;
    bool m_open = false;
    bool m_picking = false;
    Incident m_incident;
    std::optional<Quote> m_quote;
    std::vector<PlaceMatch::Candidate> m_found;
    QString m_query;
    QString m_when;
    QString m_zone;
    QString m_problem;
};

} // namespace dateline
