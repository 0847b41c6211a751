using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Mails;

namespace SrmPortal.Web.Features.Notifications;

/// <summary>Topics of notices in the reader's words, and why some of them bind.</summary>
internal static class NoticeWords
{
    public static string Topic(this IStringLocalizer<Texts> texts, NoticeTopic topic) => topic switch
    {
        NoticeTopic.Invitation => texts["Invitations"],
        NoticeTopic.Change => texts["Changes and deadlines"],
        NoticeTopic.Reminder => texts["Reminders"],
        NoticeTopic.Offer => texts["Receipts of offers"],
        NoticeTopic.Clarification => texts["Clarifications"],
        NoticeTopic.Result => texts["Results"],
        NoticeTopic.Document => texts["Documents"],
        NoticeTopic.Account => texts["Account and security"],
        NoticeTopic.Accreditation => texts["Accreditation"],
        NoticeTopic.Work => texts["What waits for you"],
        NoticeTopic.News => texts["News of your events"],
        _ => texts["Other"],
    };

    /// <summary>What they are, and where they bind, why.</summary>
    public static string About(this IStringLocalizer<Texts> texts, NoticeTopic topic) => topic switch
    {
        NoticeTopic.Invitation => texts["A deadline begins to run with them."],
        NoticeTopic.Change => texts["They change what is asked or until when; an offer may have to be confirmed."],
        NoticeTopic.Reminder => texts["A deadline is near, and an offer isn’t submitted."],
        NoticeTopic.Offer => texts["They prove what was submitted or withdrawn, and when."],
        NoticeTopic.Clarification => texts["Questions and answers about events."],
        NoticeTopic.Result => texts["Decisions: they come by mail in any case, at once or once a day."],
        NoticeTopic.Document => texts["Validity that ends: they come by mail in any case, at once or once a day."],
        NoticeTopic.Accreditation => texts["Decisions about the company, and what has to be answered until a day."],
        NoticeTopic.Work => texts["Checks, approvals, openings: they come by mail in any case, at once or once a day."],
        NoticeTopic.News => texts["Opened, handed over, standing in."],
        _ => texts["Nobody else may use your account."],
    };

    public static string Way(this IStringLocalizer<Texts> texts, NoticeWay way) => way switch
    {
        NoticeWay.Digest => texts["Once a day"],
        NoticeWay.PortalOnly => texts["In the portal only"],
        _ => texts["By mail at once"],
    };
}
