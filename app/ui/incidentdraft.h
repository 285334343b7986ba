#pragma once

#include "domain/incident.h"
#include "geo/coordinates.h"
#include "ui/casestore.h"
#include "ui/lossdraft.h"
#include "ui/places.h"
#include "ui/readermodel.h"

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

namespace dateline
{

/// An incident in a form: a new one, best from words selected in the reader, or one of the case to correct.
class IncidentDraft : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(bool editing READ isEditing NOTIFY changed)
    Q_PROPERTY(bool picking READ isPicking WRITE setPicking NOTIFY changed)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(int subKind READ subKind WRITE setSubKind NOTIFY changed)
    Q_PROPERTY(QStringList subKindNames READ subKindNames NOTIFY changed)
    Q_PROPERTY(QString actors READ actors WRITE setActors NOTIFY changed)
    Q_PROPERTY(QString tags READ tags WRITE setTags NOTIFY changed)
    Q_PROPERTY(dateline::LossDraft *losses READ losses CONSTANT)
    Q_PROPERTY(QString when READ when WRITE setWhen NOTIFY changed)
    Q_PROPERTY(QString zone READ zone WRITE setZone NOTIFY changed)
    Q_PROPERTY(QString placeQuery READ placeQuery WRITE setPlaceQuery NOTIFY changed)
    Q_PROPERTY(QStringList placeNames READ placeNames NOTIFY changed)
    Q_PROPERTY(QString where READ where NOTIFY changed)
    Q_PROPERTY(bool hasPlace READ hasPlace NOTIFY changed)
    Q_PROPERTY(int precision READ precision WRITE setPrecision NOTIFY changed)
    Q_PROPERTY(QStringList precisionNames READ precisionNames CONSTANT)
    Q_PROPERTY(bool sensitive READ isSensitive WRITE setSensitive NOTIFY changed)
    Q_PROPERTY(bool graphic READ isGraphic WRITE setGraphic NOTIFY changed)
    Q_PROPERTY(QString notes READ notes WRITE setNotes NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed)
    Q_PROPERTY(QString speaker READ speaker WRITE setSpeaker NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    IncidentDraft(CaseStore *store, Places *places, ReaderModel *reader, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isEditing() const { return m_original.has_value(); }
    [[nodiscard]] bool isPicking() const { return m_picking; }
    void setPicking(bool picking);
    [[nodiscard]] QString title() const { return m_incident.title; }
    void setTitle(const QString &title);
    [[nodiscard]] int kind() const { return static_cast<int>(m_incident.kind); }
    void setKind(int kind);
    /// Among subKindNames: those of the kind after “Not stated”.
    [[nodiscard]] int subKind() const;
    void setSubKind(int subKind);
    [[nodiscard]] QStringList subKindNames() const;
    [[nodiscard]] QString actors() const { return m_actors; } ///< A line each.
    void setActors(const QString &actors);
    [[nodiscard]] QString tags() const { return m_tags; } ///< With commas between them.
    void setTags(const QString &tags);
    [[nodiscard]] LossDraft *losses() { return &m_losses; }
    [[nodiscard]] QString when() const { return m_when; }
    void setWhen(const QString &when);
    [[nodiscard]] QString zone() const { return m_zone; }
    void setZone(const QString &zone);
    [[nodiscard]] QString placeQuery() const { return m_query; }
    void setPlaceQuery(const QString &query);
    [[nodiscard]] QStringList placeNames() const;
    [[nodiscard]] QString where() const;
    [[nodiscard]] bool hasPlace() const { return m_incident.where.has_value(); }
    [[nodiscard]] int precision() const;
    void setPrecision(int precision);
    [[nodiscard]] QStringList precisionNames() const;
    [[nodiscard]] bool isSensitive() const { return m_incident.sensitive; }
    void setSensitive(bool sensitive);
    [[nodiscard]] bool isGraphic() const { return m_incident.graphic; }
    void setGraphic(bool graphic);
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

    /// Opens the form with the words at @p words of the reader's document, said by @p speaker.
    void startFrom(TextSpan words, const QString &speaker);

    /// Opens the form with what the case says of the incident with number @p incident.
    Q_INVOKABLE void edit(qint64 incident);

    Q_INVOKABLE void removePlace();
    Q_INVOKABLE void takePlace(int row);
    void take(const Where &where); ///< A place that was found elsewhere.
    /// Takes the place that was clicked at @p zoom of the map, known as closely as that scale tells.
    Q_INVOKABLE void pick(double longitude, double latitude, double zoom);
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void added(qint64 incident);

private:
    void lookUp();
    void fillIn(const Incident &incident);
    [[nodiscard]] Result<Incident> entered() const;
    [[nodiscard]] Result<std::optional<When>> enteredWhen() const;
    void setWhere(Where where);

    CaseStore *m_store;
    Places *m_places;
    ReaderModel *m_reader;
    bool m_open = false;
    bool m_picking = false;
    Incident m_incident;
    std::optional<Incident> m_original; ///< The one that is edited, as it was.
    std::optional<Quote> m_quote;
    LossDraft m_losses;
    QString m_actors;
    QString m_tags;
    std::optional<CoordinateReading> m_written; ///< What is typed, where that is coordinates.
    std::vector<PlaceMatch::Candidate> m_found;
    QString m_query;
    QString m_when;
    QString m_zone;
    QString m_problem;
};

} // namespace dateline
