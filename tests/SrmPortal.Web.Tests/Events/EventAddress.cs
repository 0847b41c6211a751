namespace SrmPortal.Web.Tests.Events;

/// <summary>Where the round of these tests is.</summary>
internal static class EventAddress
{
    public const string Event = "/events/20067776/0";
}
