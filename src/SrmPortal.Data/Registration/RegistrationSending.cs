using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Data.Registration;

/// <summary>A questionnaire as it was sent, the first time and after each correction. Reviewers compare one with the next.</summary>
public sealed class RegistrationSending : IInsertOnly
{
    private RegistrationSending()
    {
    }

    /// <param name="registration">Just sent.</param>
    public RegistrationSending(SupplierRegistration registration, DateTime now) =>
        (RegistrationId, No, At, Content) = (registration.Id, registration.Sendings, now, registration.Content);

    public long Id { get; private set; }

    public long RegistrationId { get; private set; }

    /// <summary>1, 2, …</summary>
    public int No { get; private set; }

    public DateTime At { get; private set; }

    public RegistrationContent Content { get; private set; } = new();
}
