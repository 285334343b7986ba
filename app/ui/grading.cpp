#include "ui/grading.h"

#include "ui/wording.h"

namespace dateline
{

namespace
{

constexpr int stanceCount = 5;
constexpr int lastCredibility = 6;
constexpr int lastGrade = 6;

char letterOf(int grade)
{
    return grade == 0 ? '\0' : static_cast<char>('A' + grade - 1);
}

} // namespace

Grading::Grading(CaseStore *store, IncidentDetails *details, ReaderModel *reader, Veil *veil, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_details(details)
    , m_reader(reader)
    , m_veil(veil)
{
    connect(details, &IncidentDetails::changed, this, &Grading::changed);
    connect(reader, &ReaderModel::documentChanged, this, &Grading::sourceChanged);
}

void Grading::put(const QString &label, const Incident &incident)
{
    if (m_details->isPresent() && incident != m_details->incident())
        m_store->apply({label, {incident}});
}

int Grading::status() const
{
    return static_cast<int>(m_details->incident().status);
}

void Grading::setStatus(int status)
{
    if (status < 0 || status >= statusCount)
        return;
    Incident incident = m_details->incident();
    incident.status = static_cast<Status>(status);
    put(tr("Set “%1” to “%2”").arg(incident.title, statusText(incident.status)), incident);
}

QStringList Grading::statusNames() const
{
    QStringList names;
    for (int status = 0; status < statusCount; ++status)
        names.append(statusText(static_cast<Status>(status)));
    return names;
}

int Grading::credibility() const
{
    return m_details->incident().credibility;
}

void Grading::setCredibility(int credibility)
{
    if (credibility < 0 || credibility > lastCredibility)
        return;
    Incident incident = m_details->incident();
    incident.credibility = credibility;
    put(tr("Grade “%1”: %2").arg(incident.title, credibilityName(credibility)), incident);
}

QStringList Grading::credibilityNames() const
{
    QStringList names;
    for (int credibility = 0; credibility <= lastCredibility; ++credibility)
        names.append(credibilityName(credibility));
    return names;
}

QString Grading::credibilityText() const
{
    return credibility() == 0 ? tr("Credibility not graded") : tr("Credibility %1").arg(credibility());
}

bool Grading::isGraphic() const
{
    return m_details->incident().graphic;
}

void Grading::setGraphic(bool graphic)
{
    Incident incident = m_details->incident();
    incident.graphic = graphic;
    put((graphic ? tr("Mark “%1” as graphic") : tr("Mark “%1” as not graphic")).arg(incident.title), incident);
}

bool Grading::isSensitive() const
{
    return m_details->incident().sensitive;
}

void Grading::setSensitive(bool sensitive)
{
    Incident incident = m_details->incident();
    incident.sensitive = sensitive;
    put((sensitive ? tr("Mark the place of “%1” as sensitive") : tr("Mark the place of “%1” as not sensitive"))
            .arg(incident.title),
        incident);
}

void Grading::showQuote(qint64 quote)
{
    m_veil->showQuote(quote);
}

void Grading::showSource()
{
    m_veil->showDocument(numberOf(m_reader->document().id));
}

QStringList Grading::stanceNames() const
{
    QStringList names;
    for (int stance = 0; stance < stanceCount; ++stance)
        names.append(stanceText(static_cast<Stance>(stance)));
    return names;
}

void Grading::setStance(qint64 claim, int stance)
{
    const Evidence *evidence = m_details->evidence()->find(ClaimId{claim});
    if (!evidence || stance < 0 || stance >= stanceCount || evidence->claim.stance == static_cast<Stance>(stance))
        return;
    Claim altered = evidence->claim;
    altered.stance = static_cast<Stance>(stance);
    const QString who = evidence->quote.speaker.isEmpty() ? evidence->documentName : evidence->quote.speaker;
    m_store->apply({tr("“%1”: %2 “%3” it").arg(m_details->title(), who, stanceText(altered.stance)), {altered}});
}

void Grading::removeClaim(qint64 claim)
{
    if (m_details->evidence()->find(ClaimId{claim}))
        m_store->apply({tr("Take words off “%1”").arg(m_details->title()), {RemoveClaim{ClaimId{claim}}}});
}

void Grading::put(const QString &label, bool (*alter)(Document &, int), int value)
{
    if (!m_store->current() || m_reader->document().id == DocumentId{})
        return;
    // The reader may hold an older state of it, and no bytes.
    Result<Document> document = m_store->current()->document(m_reader->document().id);
    if (!document)
        return m_store->tell(document.error());
    if (alter(*document, value))
        m_store->apply({label, {*document}});
}

int Grading::grade() const
{
    const char grade = m_reader->document().grade;
    return grade == 0 ? 0 : grade - 'A' + 1;
}

void Grading::setGrade(int grade)
{
    if (grade < 0 || grade > lastGrade)
        return;
    const auto alter = [](Document &document, int value) {
        const bool differs = document.grade != letterOf(value);
        document.grade = letterOf(value);
        return differs;
    };
    put(tr("Grade the source “%1”: %2").arg(nameOf(m_reader->document()), gradeName(letterOf(grade))), alter, grade);
}

QStringList Grading::gradeNames() const
{
    QStringList names;
    for (int grade = 0; grade <= lastGrade; ++grade)
        names.append(gradeName(letterOf(grade)));
    return names;
}

QString Grading::gradeText() const
{
    return grade() == 0 ? tr("Source not graded") : tr("Grade %1").arg(gradeName(letterOf(grade())));
}

bool Grading::isSourceGraphic() const
{
    return m_reader->document().graphic;
}

void Grading::setSourceGraphic(bool graphic)
{
    const auto alter = [](Document &document, int value) {
        const bool differs = document.graphic != (value != 0);
        document.graphic = value != 0;
        return differs;
    };
    const QString label = graphic ? tr("Mark the source “%1” as graphic") : tr("Mark the source “%1” as not graphic");
    put(label.arg(nameOf(m_reader->document())), alter, graphic ? 1 : 0);
}

} // namespace dateline
