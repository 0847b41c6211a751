using System.Diagnostics;

namespace SrmPortal.Data;

/// <summary>
/// What the portal says about its own work: spans of mails, openings, seals and statements. Nothing is made of them while nobody
/// listens. Numbers of rounds, kinds and outcomes may stand in them; nothing about people, prices or secrets.
/// </summary>
public static class Traces
{
    /// <summary>Of the source of spans and of the meter.</summary>
    public const string Name = "SrmPortal";

    public static readonly ActivitySource Source = new(Name);
}
