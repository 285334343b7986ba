#pragma once

#include "ui/casestore.h"
#include "ui/incidentdetails.h"
#include "ui/readermodel.h"

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

namespace dateline
{

/// How a person judges what is reported: the selected incident, its claims, and the open source; each a step to undo.
///
/// Choices are told by their place in the lists of names.
class Grading : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(int status READ status WRITE setStatus NOTIFY changed)
    Q_PROPERTY(QStringList statusNames READ statusNames CONSTANT)
    Q_PROPERTY(int credibility READ credibility WRITE setCredibility NOTIFY changed)
    Q_PROPERTY(QStringList credibilityNames READ credibilityNames CONSTANT)
    Q_PROPERTY(QString credibilityText READ credibilityText NOTIFY changed)
    Q_PROPERTY(bool graphic READ isGraphic WRITE setGraphic NOTIFY changed)
    Q_PROPERTY(bool sensitive READ isSensitive WRITE setSensitive NOTIFY changed)
    Q_PROPERTY(QStringList stanceNames READ stanceNames CONSTANT)
    Q_PROPERTY(int grade READ grade WRITE setGrade NOTIFY sourceChanged)
    Q_PROPERTY(QStringList gradeNames READ gradeNames CONSTANT)
    Q_PROPERTY(QString gradeText READ gradeText NOTIFY sourceChanged)
    Q_PROPERTY(bool sourceGraphic READ isSourceGraphic WRITE setSourceGraphic NOTIFY sourceChanged)

public:
    Grading(CaseStore *store, IncidentDetails *details, ReaderModel *reader, Veil *veil, QObject *parent = nullptr);

    [[nodiscard]] int status() const;
    void setStatus(int status);
    [[nodiscard]] QStringList statusNames() const;
    [[nodiscard]] int credibility() const;
    void setCredibility(int credibility);
    [[nodiscard]] QStringList credibilityNames() const;
    [[nodiscard]] QString credibilityText() const; ///< “Credibility 2”.
    [[nodiscard]] bool isGraphic() const;
    void setGraphic(bool graphic);
    [[nodiscard]] bool isSensitive() const;
    void setSensitive(bool sensitive);
    [[nodiscard]] QStringList stanceNames() const;
    [[nodiscard]] int grade() const;
    void setGrade(int grade);
    [[nodiscard]] QStringList gradeNames() const;
    [[nodiscard]] QString gradeText() const; ///< “Grade B · Usually reliable”.
    [[nodiscard]] bool isSourceGraphic() const;
    void setSourceGraphic(bool graphic);

    /// Shows graphic words that were hidden: of one quote, or of the open source.
    Q_INVOKABLE void showQuote(qint64 quote);
    Q_INVOKABLE void showSource();

    Q_INVOKABLE void setStance(qint64 claim, int stance);

    /// Unties the words from the incident; the words stay quoted.
    Q_INVOKABLE void removeClaim(qint64 claim);

Q_SIGNALS:
    void changed();
    void sourceChanged();

private:
    void put(const QString &label, const Incident &incident);
    void put(const QString &label, bool (*alter)(Document &document, int value), int value);

    CaseStore *m_store;
    IncidentDetails *m_details;
    ReaderModel *m_reader;
    Veil *m_veil;
};

} // namespace dateline
