#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>

namespace dateline
{

/// A report as an agency would send it, of something that never happened.
inline QString wireStory()
{
    return QStringLiteral(
        "Shells hit the grain port on the northern bank before dawn on Tuesday, setting two warehouses on fire and "
        "cutting power to the harbour district, the regional administration said.\n\n"
        "Eleven people were taken to hospital, four of them in a serious condition, after the roof of a canteen where "
        "the night shift was resting came down, the head of the city's emergency service told reporters at the gates. "
        "Rescuers were still searching the ruins with dogs in the afternoon.\n\n"
        "The harbour authority put the damage at 40,000 tonnes of wheat and barley and said that loading would stand "
        "still for at least a week. Three ships that had been waiting in the roads left for the open sea during the "
        "morning, according to tracking data.\n\n"
        "Neither side has claimed the attack. The defence ministry across the river denied that its artillery had "
        "fired at all and spoke of an accident with stored fertiliser, an account that residents of the nearby tower "
        "blocks rejected.\n\n"
        "It was the fourth time this year that the port, through which a third of the province's harvest is shipped, "
        "has come under fire. Talks on a safe corridor for grain broke off in February and have not been resumed.\n");
}

/// Another writer's own report of the same morning.
inline QString otherReport()
{
    return QStringLiteral(
        "I reached the river a little after seven. From the promenade one could see smoke standing above the silos, "
        "and below them the yellow of the fire engines, lined up along the quay as if for a parade.\n\n"
        "By then the hospital on Linden Street had admitted eleven wounded. A nurse in the yard said that most of them "
        "were dockers who had sat down to eat when the ceiling gave way. Relatives waited on the steps; nobody had "
        "told them which wards to ask for.\n\n"
        "Whose shells they were remains a matter of dispute. The regional administration blames the batteries beyond "
        "the water. There, the ministry of defence says its guns were silent and that fertiliser blew up. People in "
        "the high-rises, whose windows are gone, laugh at that.\n\n"
        "What the loss of the warehouses means is easier to tell. Some forty thousand tonnes of wheat and barley have "
        "burnt or are soaked, and the harbour will load nothing this week. The three vessels that lay at anchor have "
        "sailed. It is the fourth strike on the port since January, and the negotiations about a corridor ended in "
        "winter without a result.\n");
}

inline QString russianStory()
{
    return QStringLiteral(
        "Ночью снаряды попали в зерновой порт на северном берегу, загорелись два склада, в районе гавани отключено "
        "электричество, сообщили в областной администрации.\n\n"
        "В больницу доставлены одиннадцать человек, четверо из них в тяжёлом состоянии: обрушилась крыша столовой, "
        "где отдыхала ночная смена. Спасатели с собаками продолжали разбирать завалы и во второй половине дня.\n\n"
        "По оценке управления порта, потеряно сорок тысяч тонн пшеницы и ячменя, погрузка остановлена не менее чем на "
        "неделю. Три судна, ожидавшие на рейде, утром ушли в открытое море.\n\n"
        "Ни одна из сторон не взяла на себя ответственность. Министерство обороны на другом берегу заявило, что его "
        "артиллерия огня не вела, и говорит о взрыве удобрений; жители соседних высоток с этим не согласны.\n");
}

inline QString armenianStory()
{
    return QStringLiteral(
        "Գիշերը արկեր են ընկել գետի հյուսիսային ափին գտնվող հացահատիկի նավահանգստի վրա, այրվել է երկու պահեստ, "
        "նավահանգստի թաղամասում անջատվել է էլեկտրականությունը, հայտնել են մարզպետարանից։\n\n"
        "Հիվանդանոց է տեղափոխվել տասնմեկ մարդ, նրանցից չորսի վիճակը ծանր է. փլվել է ճաշարանի տանիքը, որտեղ հանգստանում "
        "էր գիշերային հերթափոխը։ Փրկարարները շներով շարունակել են որոնումները նաև կեսօրից հետո։\n\n"
        "Նավահանգստի վարչության գնահատմամբ կորել է քառասուն հազար տոննա ցորեն և գարի, բեռնումը կանգնած կլինի առնվազն "
        "մեկ շաբաթ։ Երեք նավ, որոնք սպասում էին խարսխված, առավոտյան հեռացել են բաց ծով։\n\n"
        "Կողմերից ոչ մեկը պատասխանատվություն չի ստանձնել։ Գետի մյուս ափի պաշտպանության նախարարությունը հայտարարել է, որ "
        "իր հրետանին չի կրակել, և խոսում է պարարտանյութի պայթյունի մասին։\n");
}

/// @p text with its paragraphs in the order backwards.
inline QString turned(const QString &text)
{
    QStringList paragraphs = text.trimmed().split(QStringLiteral("\n\n"));
    std::ranges::reverse(paragraphs);
    return paragraphs.join(QStringLiteral("\n\n"));
}

/// @p text with every @p nth word changed.
inline QString edited(const QString &text, int nth)
{
    QStringList words = text.split(QLatin1Char(' '));
    for (qsizetype i = nth - 1; i < words.size(); i += nth)
        words[i] = QStringLiteral("something");
    return words.join(QLatin1Char(' '));
}

/// The first @p count words of @p text, or all.
inline QString wordsOf(const QString &text, qsizetype count)
{
    const QStringList words = text.simplified().split(QLatin1Char(' '));
    return words.first(std::min(count, words.size())).join(QLatin1Char(' '));
}

/// @p count words that stand in no other text.
inline QString ownWords(const QString &name, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QStringLiteral("%1%2 ").arg(name).arg(i);
    return text;
}

} // namespace dateline
