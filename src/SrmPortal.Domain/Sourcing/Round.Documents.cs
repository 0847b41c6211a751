using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>The round's folders. The files lie elsewhere; what happens to them is the round's business.</summary>
public sealed partial class Round
{
    /// <summary>A file was laid into a folder of the draft.</summary>
    /// <param name="by">Somebody of the team.</param>
    /// <param name="file">As it is called.</param>
    public void TakeDocument(long by, string file)
    {
        RefuseUnlessDraft();
        RefuseUnlessRunBy(by);
        Changed(new DocumentAdded(Name, file));
    }

    public void DropDocument(long by, string file)
    {
        RefuseUnlessDraft();
        RefuseUnlessRunBy(by);
        Changed(new RoundDocumentRemoved(Name, file));
    }
}

public sealed record DocumentAdded(string Subject, string File) : DomainEvent(Subject);

public sealed record RoundDocumentRemoved(string Subject, string File) : DomainEvent(Subject);

/// <summary>Somebody has got a document of the round.</summary>
public sealed record RoundDocumentDownloaded(string Subject, long Round, string File) : DomainEvent(Subject), IOfRound
{
    long? IOfRound.RoundId => Round;
}
